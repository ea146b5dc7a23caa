<?php
/**
 * The plans that a form can be for: those of a collector, and those that come with the plugin to try it out.
 *
 * @package Phieu
 */

namespace Phieu\WordPress;

defined( 'ABSPATH' ) || exit;

/**
 * The address of a plan, from its identity or from an address.
 *
 * The collector's own comes first: it is the version by which reports are checked when they arrive.
 *
 * @param string $plan     What was written.
 * @param string $endpoint The collector, or nothing.
 * @return string The address, or nothing where there is none.
 */
function plan_address( $plan, $endpoint ) {
	if ( ! is_identity( $plan ) ) {
		return esc_url_raw( $plan, array( 'http', 'https' ) );
	}
	if ( '' !== $endpoint ) {
		return $endpoint . '/plans/' . $plan;
	}
	return isset( shipped()['plans'][ $plan ] ) ? file_address( 'plans/' . $plan . '.json' ) : '';
}

/**
 * Whether a text names a plan, and is no address.
 *
 * @param string $text The text.
 * @return bool
 */
function is_identity( $text ) {
	return 1 === preg_match( '/^[A-Za-z0-9][A-Za-z0-9_-]*$/', $text );
}

/**
 * The plans of a collector, asked now.
 *
 * @param string $endpoint Its address.
 * @return array{plans: array<int, array{id: string, title: string}>, trouble: string} `trouble` is blank where it has answered.
 */
function plans_of( $endpoint ) {
	$answer = wp_remote_get( $endpoint . '/plans', array( 'timeout' => 8 ) );
	if ( is_wp_error( $answer ) ) {
		return array(
			'plans'   => array(),
			'trouble' => $answer->get_error_message(),
		);
	}
	$status = (int) wp_remote_retrieve_response_code( $answer );
	$listed = json_decode( wp_remote_retrieve_body( $answer ), true );
	$plans  = array();
	foreach ( is_array( $listed ) ? $listed : array() as $plan ) {
		if ( is_array( $plan ) && isset( $plan['id'], $plan['title'] ) && is_string( $plan['id'] ) && is_string( $plan['title'] ) ) {
			$plans[] = array(
				'id'    => sanitize_text_field( $plan['id'] ),
				'title' => sanitize_text_field( $plan['title'] ),
			);
		}
	}
	return array(
		'plans'   => $plans,
		'trouble' => 200 === $status && is_array( $listed ) ? '' : (string) $status,
	);
}

add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'phieu/v1',
			'/plans',
			array(
				'methods'             => 'GET',
				// Whoever may write a post may choose a plan for it.
				'permission_callback' => function () {
					return current_user_can( 'edit_posts' );
				},
				'args'                => array(
					'endpoint' => array(
						'type'              => 'string',
						'default'           => '',
						'sanitize_callback' => 'sanitize_text_field',
					),
				),
				'callback'            => function ( $request ) {
					$endpoint = endpoint_for( $request['endpoint'] );
					// No address but the administrator's is asked by this server.
					if ( '' === $endpoint || ! in_array( $endpoint, settings()['endpoints'], true ) ) {
						$samples = array();
						foreach ( shipped()['plans'] as $id => $title ) {
							$samples[] = array(
								'id'     => $id,
								'title'  => $title,
								'sample' => true,
							);
						}
						return array(
							'plans'   => $samples,
							'trouble' => '',
						);
					}
					return plans_of( $endpoint );
				},
			)
		);
	}
);
