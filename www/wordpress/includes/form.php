<?php
/**
 * The form's place in a page, and the script that fills it, where there is such a place and nowhere else.
 *
 * @package Phieu
 */

namespace Phieu\WordPress;

defined( 'ABSPATH' ) || exit;

/** What can be shown, with the script that it needs. */
const VIEWS = array(
	'report'   => 'phieu.js',
	'office'   => 'office.js',
	'progress' => 'progress.js',
);

/** What may be written beside the plan and the collector. */
const BESIDE = array( 'unit', 'duty', 'office', 'lang', 'theme', 'name', 'now' );

/**
 * The address of the collector to use.
 *
 * A unit's personal code goes to the collector, so that whoever writes a post must not be able to name any address:
 * only what an administrator has listed, and what lies on this site itself.
 *
 * @param string $wanted What was written; blank for the first of the settings, `none` for none.
 * @return string|null The address without a slash at its end, blank for none, null where it is not allowed.
 */
function endpoint_for( $wanted ) {
	$wanted    = untrailingslashit( trim( (string) $wanted ) );
	$endpoints = settings()['endpoints'];
	if ( '' === $wanted ) {
		return isset( $endpoints[0] ) ? $endpoints[0] : '';
	}
	if ( 'none' === $wanted ) {
		return '';
	}
	if ( in_array( $wanted, $endpoints, true ) ) {
		return $wanted;
	}
	// `/api`, but not `//elsewhere.example`, nor `/\elsewhere.example`, which browsers read alike.
	if ( 1 === preg_match( '#^/(?![/\\\\])#', $wanted ) ) {
		return esc_url_raw( home_origin() . $wanted );
	}
	return origin_of( $wanted ) === home_origin() ? esc_url_raw( $wanted, array( 'http', 'https' ) ) : null;
}

/**
 * The origin of an address: scheme, host and port.
 *
 * @param string $address The address.
 * @return string
 */
function origin_of( $address ) {
	$parts = wp_parse_url( $address );
	if ( ! isset( $parts['scheme'], $parts['host'] ) || isset( $parts['user'] ) ) {
		return '';
	}
	return strtolower( $parts['scheme'] . '://' . $parts['host'] ) . ( isset( $parts['port'] ) ? ':' . $parts['port'] : '' );
}

/**
 * The origin under which visitors know this site.
 *
 * @return string
 */
function home_origin() {
	return origin_of( home_url() );
}

/**
 * What was written, with every default in its place and every address resolved.
 *
 * @param string                $view    One of VIEWS.
 * @param array<string, string> $written What an author wrote.
 * @return array{attributes: array<string, string>, trouble: string} `trouble` is blank where it can be shown.
 */
function resolved( $view, $written ) {
	$plan     = isset( $written['plan'] ) ? trim( $written['plan'] ) : '';
	$wanted   = isset( $written['endpoint'] ) ? $written['endpoint'] : '';
	$endpoint = endpoint_for( $wanted );
	$trouble  = '';
	$address  = '';
	if ( '' === $plan ) {
		$trouble = word( 'noPlan' );
	} elseif ( null === $endpoint ) {
		$trouble = word( 'endpointRefused', $wanted );
	} elseif ( 'report' !== $view && '' === $endpoint ) {
		$trouble = word( 'noEndpoint' );
	} else {
		// The office's pages are given the identity of a plan.
		$address = 'report' === $view ? plan_address( $plan, $endpoint ) : $plan;
		$trouble = '' === $address ? word( 'noPlanAddress', $plan ) : '';
	}
	$settings   = settings();
	$defaults   = array(
		'lang'   => is_vietnamese() ? 'vi' : 'en',
		'office' => $settings['office'],
		'theme'  => $settings['theme'],
	);
	$attributes = array(
		'plan'     => $address,
		'endpoint' => (string) $endpoint,
	);
	foreach ( BESIDE as $name ) {
		$value               = isset( $written[ $name ] ) ? trim( $written[ $name ] ) : '';
		$attributes[ $name ] = '' === $value && isset( $defaults[ $name ] ) ? $defaults[ $name ] : $value;
	}
	return array(
		'attributes' => array_filter( $attributes, 'strlen' ),
		'trouble'    => $trouble,
	);
}

/**
 * The tag in which the form will stand. It is a `div`: what filters a page between here and the visitor lets it be.
 *
 * @param string                $view    One of VIEWS.
 * @param array<string, string> $written What an author wrote.
 * @return string HTML; blank where there can be no form.
 */
function opening_tag( $view, $written ) {
	$resolved = resolved( $view, $written );
	if ( '' !== $resolved['trouble'] ) {
		return '';
	}
	wp_enqueue_script( 'phieu-' . $view );
	$html = '<div class="phieu-place" data-phieu-' . esc_attr( $view );
	// What joins scripts into one of its own takes this one away from its files.
	$named = array( 'files' => file_address( '' ) );
	foreach ( $resolved['attributes'] + $named as $name => $value ) {
		$html .= ' data-' . $name . '="' . esc_attr( $value ) . '"';
	}
	return $html . '>';
}

/**
 * The form's place, with what is read there while it opens and where no script runs.
 *
 * @param string                $view    One of VIEWS.
 * @param array<string, string> $written What an author wrote.
 * @return string HTML.
 */
function place( $view, $written ) {
	if ( is_feed() ) {
		return '<p><a href="' . esc_url( get_permalink() ) . '">' . esc_html( word( 'inFeed' ) ) . '</a></p>';
	}
	$tag = opening_tag( $view, $written );
	if ( '' === $tag ) {
		return unusable( resolved( $view, $written )['trouble'] );
	}
	return $tag . '<p>' . esc_html( word( 'standing' ) ) . '</p></div>';
}

/**
 * What stands where no form can: the cause for whoever can mend it, for all others only that it is so.
 *
 * @param string $trouble The cause.
 * @return string HTML.
 */
function unusable( $trouble ) {
	if ( ! current_user_can( 'edit_posts' ) ) {
		return '<p class="phieu-unusable">' . esc_html( word( 'unusable' ) ) . '</p>';
	}
	return '<p class="phieu-unusable" role="alert"><strong>' . esc_html( $trouble ) . '</strong> ' . esc_html( word( 'onlyEditorsSee' ) ) . '</p>';
}

add_action(
	'init',
	function () {
		foreach ( VIEWS as $view => $file ) {
			// The folder's name changes with its content: a query would be lost on what a script fetches beside itself.
			// phpcs:ignore WordPress.WP.EnqueuedResourceParameters.MissingVersion
			wp_register_script( 'phieu-' . $view, file_address( $file ), array(), null, true );
		}
	}
);

add_filter(
	'script_loader_tag',
	function ( $tag, $handle, $source ) {
		foreach ( array_keys( VIEWS ) as $view ) {
			if ( 'phieu-' . $view === $handle ) {
				// A module finds its files beside itself. What joins and defers scripts is asked to leave it where it is.
				// phpcs:ignore WordPress.WP.EnqueuedResources.NonEnqueuedScript
				return '<script type="module" id="' . esc_attr( $handle ) . '-js" src="' . esc_url( $source ) . '" data-no-optimize="1" data-no-defer="1" data-cfasync="false"></script>' . "\n";
			}
		}
		return $tag;
	},
	10,
	3
);
