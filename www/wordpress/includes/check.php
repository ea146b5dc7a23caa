<?php
/**
 * The self-test: what the server of this site sees of the form's files and of each collector, with how to mend it.
 * What only a browser sees, the form itself lists on its page.
 *
 * @package Phieu
 */

namespace Phieu\WordPress;

defined( 'ABSPATH' ) || exit;

/** By how many seconds two clocks may differ. */
const SAME_TIME = 120;

/**
 * One line of the self-test.
 *
 * @param string $what   What was looked at.
 * @param string $state  `good`, `bad` or `note`.
 * @param string $result What was found.
 * @param string $mend   What to do, where it is not good.
 * @return array{what: string, state: string, result: string, mend: string}
 */
function line( $what, $state, $result, $mend = '' ) {
	return array(
		'what'   => $what,
		'state'  => $state,
		'result' => $result,
		'mend'   => 'good' === $state ? '' : $mend,
	);
}

/**
 * All lines, in the order in which they are to be mended.
 *
 * @return array<int, array{what: string, state: string, result: string, mend: string}>
 */
function checked() {
	$lines = array( checked_files(), checked_versions() );
	array_push( $lines, checked_script(), checked_wasm(), checked_policy() );
	$endpoints = settings()['endpoints'];
	if ( ! $endpoints ) {
		$lines[] = line( word( 'endpoints' ), 'bad', word( 'endpointsNone' ), word( 'endpointsNoneMend' ) );
	}
	foreach ( $endpoints as $endpoint ) {
		$lines = array_merge( $lines, checked_endpoint( $endpoint ) );
	}
	$lines[] = checked_page();
	return $lines;
}

/** Whether each file that came with the plugin is there as it came. */
function checked_files() {
	$broken = array();
	foreach ( shipped()['files'] as $name => $sum ) {
		$path = dirname( FILE ) . '/' . shipped()['folder'] . '/' . $name;
		if ( ! is_readable( $path ) || hash_file( 'sha256', $path ) !== $sum ) {
			$broken[] = $name;
		}
	}
	return $broken
		? line( word( 'files' ), 'bad', word( 'filesBad', implode( ', ', $broken ) ), word( 'filesMend' ) )
		: line( word( 'files' ), 'good', word( 'filesGood', count( shipped()['files'] ), basename( shipped()['folder'] ) ) );
}

/** Which versions meet here. */
function checked_versions() {
	return line( word( 'versions' ), 'good', word( 'versionsAre', shipped()['version'], get_bloginfo( 'version' ), PHP_VERSION ) );
}

/** Whether the web server gives a script to whoever asks. */
function checked_script() {
	return checked_file( 'script', 'phieu.js', '/javascript/', 'bad', word( 'scriptMend', file_address( 'phieu.js' ) ) );
}

/** Whether it names wasm by its type. */
function checked_wasm() {
	return checked_file( 'wasm', 'phieu_bg.wasm', '#^application/wasm#', 'note', word( 'wasmMend' ) );
}

/**
 * What the web server answers of a file of the form.
 *
 * @param string $what  The word for it.
 * @param string $name  The file.
 * @param string $type  The type that is right.
 * @param string $state What it is where it is not right.
 * @param string $mend  And what to do.
 */
function checked_file( $what, $name, $type, $state, $mend ) {
	$address = file_address( $name );
	$answer  = wp_remote_get( $address, array( 'timeout' => 8 ) );
	if ( is_wp_error( $answer ) ) {
		return line( word( $what ), 'note', word( 'servedNot', $answer->get_error_message() ), word( 'loopbackMend', $address ) );
	}
	$status = (int) wp_remote_retrieve_response_code( $answer );
	$named  = (string) wp_remote_retrieve_header( $answer, 'content-type' );
	$state  = 200 === $status && 1 === preg_match( $type, $named ) ? 'good' : $state;
	return line( word( $what ), $state, word( 'served', $status, $named ), $mend );
}

/** Which policy the front page has. */
function checked_policy() {
	$answer = wp_remote_get( home_url( '/' ), array( 'timeout' => 8 ) );
	if ( is_wp_error( $answer ) ) {
		return line( word( 'policy' ), 'note', word( 'servedNot', $answer->get_error_message() ), word( 'loopbackMend', home_url( '/' ) ) );
	}
	$policy = wp_remote_retrieve_header( $answer, 'content-security-policy' );
	$policy = is_array( $policy ) ? implode( '; ', $policy ) : (string) $policy;
	return '' === $policy
		? line( word( 'policy' ), 'good', word( 'policyNone' ) )
		: line( word( 'policy' ), 'note', word( 'policyIs', $policy ), word( 'policyMend' ) );
}

/**
 * What a collector answers, to this site's visitors too.
 *
 * @param string $endpoint Its address.
 * @return array<int, array{what: string, state: string, result: string, mend: string}>
 */
function checked_endpoint( $endpoint ) {
	$what   = word( 'endpointIs', $endpoint );
	$answer = wp_remote_get(
		$endpoint . '/health',
		array(
			'timeout' => 8,
			'headers' => array( 'Origin' => home_origin() ),
		)
	);
	if ( is_wp_error( $answer ) ) {
		return array( line( $what, 'bad', word( 'endpointDown', $answer->get_error_message() ), word( 'endpointDownMend' ) ) );
	}
	$health = json_decode( wp_remote_retrieve_body( $answer ), true );
	if ( ! is_array( $health ) || ! isset( $health['status'], $health['version'] ) || 'ok' !== $health['status'] ) {
		$status = (int) wp_remote_retrieve_response_code( $answer );
		return array( line( $what, 'bad', word( 'endpointOther', $status ), word( 'endpointOtherMend', $endpoint . '/health' ) ) );
	}
	return array(
		line( $what, 'good', word( 'endpointGood', (string) $health['version'] ) ),
		checked_origin( $endpoint, (string) wp_remote_retrieve_header( $answer, 'access-control-allow-origin' ) ),
		checked_clock( isset( $health['now'] ) ? (string) $health['now'] : '' ),
		checked_plans( $endpoint ),
	);
}

/**
 * Whether a visitor's browser may send there from this site.
 *
 * @param string $endpoint The collector.
 * @param string $allowed  What it answered.
 */
function checked_origin( $endpoint, $allowed ) {
	$origin = home_origin();
	if ( origin_of( $endpoint ) === $origin ) {
		return line( word( 'origin' ), 'good', word( 'originSame' ) );
	}
	return in_array( $allowed, array( $origin, '*' ), true )
		? line( word( 'origin' ), 'good', word( 'originGood', $origin ) )
		: line( word( 'origin' ), 'bad', word( 'originBad', $origin ), word( 'originMend', $origin ) );
}

/**
 * Whether the two clocks agree.
 *
 * @param string $now What the collector's clock shows.
 */
function checked_clock( $now ) {
	$theirs = (int) strtotime( $now );
	return abs( time() - $theirs ) <= SAME_TIME
		? line( word( 'clock' ), 'good', word( 'clockGood' ) )
		: line( word( 'clock' ), 'note', word( 'clockOff', span( abs( time() - $theirs ) ) ), word( 'clockMend' ) );
}

/**
 * How long something is, in words.
 *
 * @param int $seconds How many seconds.
 * @return string
 */
function span( $seconds ) {
	foreach ( array(
		'days'  => DAY_IN_SECONDS,
		'hours' => HOUR_IN_SECONDS,
	) as $unit => $length ) {
		if ( $seconds >= 2 * $length ) {
			return word( $unit, intdiv( $seconds, $length ) );
		}
	}
	return word( 'minutes', intdiv( $seconds, MINUTE_IN_SECONDS ) );
}

/**
 * Whether its plans can be chosen from.
 *
 * @param string $endpoint The collector.
 */
function checked_plans( $endpoint ) {
	$asked = plans_of( $endpoint );
	return '' === $asked['trouble']
		? line( word( 'plansAre' ), 'good', word( 'plansGood', count( $asked['plans'] ), implode( ', ', wp_list_pluck( $asked['plans'], 'id' ) ) ) )
		: line( word( 'plansAre' ), 'note', word( 'plansBad', $asked['trouble'] ), word( 'plansMend' ) );
}

/** A page on which the form stands, for what only a browser sees. */
function checked_page() {
	$page = page_with_form();
	if ( ! $page ) {
		return line( word( 'page' ), 'note', word( 'pageNone' ), word( 'pageNoneMend' ) );
	}
	$address = get_permalink( $page );
	return line( word( 'page' ), 'note', word( 'pageIs', $address ), word( has_own_check() ? 'pageCheck' : 'pageMend' ) );
}

/** Whether the form that came with the plugin lists on its page what a browser lacks. */
function has_own_check() {
	foreach ( array_keys( shipped()['files'] ) as $name ) {
		$path = dirname( FILE ) . '/' . shipped()['folder'] . '/' . $name;
		// phpcs:ignore WordPress.WP.AlternativeFunctions.file_get_contents_file_get_contents -- a file of this plugin.
		if ( '.js' === substr( $name, -3 ) && is_readable( $path ) && false !== strpos( file_get_contents( $path ), 'phieu-check' ) ) {
			return true;
		}
	}
	return false;
}

/**
 * The newest published page or post with a form.
 *
 * @return \WP_Post|null
 */
function page_with_form() {
	foreach ( array( 'wp:phieu/form', '[phieu', 'data-phieu-', '<phieu-' ) as $sign ) {
		$found = get_posts(
			array(
				's'                   => $sign,
				'sentence'            => true,
				'post_type'           => array( 'page', 'post' ),
				'post_status'         => 'publish',
				'numberposts'         => 1,
				'ignore_sticky_posts' => true,
			)
		);
		if ( $found ) {
			return $found[0];
		}
	}
	return null;
}
