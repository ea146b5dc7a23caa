<?php
/**
 * What the plugin says: in Vietnamese where the language is Vietnamese, else in English.
 *
 * @package Phieu
 */

namespace Phieu\WordPress;

defined( 'ABSPATH' ) || exit;

/**
 * Whether Vietnamese is spoken here: by the site, or in the administration by whoever looks at it.
 *
 * @return bool
 */
function is_vietnamese() {
	return 0 === strpos( determine_locale(), 'vi' );
}

/**
 * A sentence, not yet escaped; with the values that it names.
 *
 * @param string     $key   Which.
 * @param string|int ...$values What stands in its gaps.
 * @return string
 */
function word( $key, ...$values ) {
	return vsprintf( words()[ $key ], $values );
}

/**
 * All sentences in the language that is spoken here.
 *
 * @return array<string, string>
 */
function words() {
	static $all;
	if ( null === $all ) {
		$all = array(
			'vi' => require __DIR__ . '/words-vi.php',
			'en' => require __DIR__ . '/words-en.php',
		);
	}
	return $all[ is_vietnamese() ? 'vi' : 'en' ];
}
