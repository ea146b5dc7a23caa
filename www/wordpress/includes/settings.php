<?php
/**
 * What an administrator sets: the collectors that this site reports to, what the office is called, the colours.
 *
 * @package Phieu
 */

namespace Phieu\WordPress;

defined( 'ABSPATH' ) || exit;

/**
 * The settings, each there whatever is stored.
 *
 * @return array{endpoints: string[], office: string, theme: string}
 */
function settings() {
	$stored = get_option( OPTION );
	$stored = is_array( $stored ) ? $stored : array();
	return array(
		'endpoints' => isset( $stored['endpoints'] ) && is_array( $stored['endpoints'] ) ? array_values( array_filter( $stored['endpoints'], 'is_string' ) ) : array(),
		'office'    => isset( $stored['office'] ) && is_string( $stored['office'] ) ? $stored['office'] : '',
		'theme'     => isset( $stored['theme'] ) && in_array( $stored['theme'], array( 'light', 'dark' ), true ) ? $stored['theme'] : '',
	);
}

/**
 * What was entered, as it may be stored.
 *
 * @param mixed $entered From the settings page; or what was stored, which comes by here once more.
 * @return array{endpoints: string[], office: string, theme: string}
 */
function sanitized( $entered ) {
	$entered   = is_array( $entered ) ? $entered : array();
	$lines     = isset( $entered['endpoints'] ) ? $entered['endpoints'] : '';
	$lines     = is_array( $lines ) ? $lines : preg_split( '/\R/u', (string) $lines );
	$endpoints = array();
	foreach ( array_filter( array_map( 'trim', array_map( 'strval', $lines ) ), 'strlen' ) as $line ) {
		$address = untrailingslashit( esc_url_raw( $line, array( 'http', 'https' ) ) );
		if ( 0 === strpos( $line, 'http' ) && '' !== origin_of( $address ) ) {
			$endpoints[] = $address;
		} elseif ( function_exists( 'add_settings_error' ) ) {
			add_settings_error( OPTION, 'endpoint', word( 'endpointBad', $line ) );
		}
	}
	return array(
		'endpoints' => array_values( array_unique( $endpoints ) ),
		'office'    => isset( $entered['office'] ) ? sanitize_text_field( $entered['office'] ) : '',
		'theme'     => isset( $entered['theme'] ) && in_array( $entered['theme'], array( 'light', 'dark' ), true ) ? $entered['theme'] : '',
	);
}

add_action(
	'admin_init',
	function () {
		register_setting(
			'phieu',
			OPTION,
			array(
				'type'              => 'array',
				'sanitize_callback' => __NAMESPACE__ . '\sanitized',
				'show_in_rest'      => false,
			)
		);
	}
);
