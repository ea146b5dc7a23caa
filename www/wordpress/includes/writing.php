<?php
/**
 * What an author writes into a post: `[phieu plan="…"]`, or the tag of Phiếu's own documentation.
 *
 * Both are pasted from Word, Zalo and other sites: with curled quotes, hard spaces, line breaks and links within.
 *
 * @package Phieu
 */

namespace Phieu\WordPress;

defined( 'ABSPATH' ) || exit;

/** The shortcodes, with what each shows. */
const SHORTCODES = array(
	'phieu'          => 'report',
	'phieu_office'   => 'office',
	'phieu_progress' => 'progress',
);

/** What stands for a quote in what was pasted. */
const DOUBLE_QUOTES = array( '“', '”', '„', '‟', '″', '«', '»', '＂' );
const SINGLE_QUOTES = array( '‘', '’', '‚', '‛', '′' );

/**
 * Attributes as they were meant.
 *
 * @param string $text What stands between a name and its bracket.
 * @return array<string, string> By name, in small letters.
 */
function attributes_of( $text ) {
	// The editor makes links of addresses and breaks of new lines.
	$text = preg_replace( '#<br\s*/?>|</p>|<p[^>]*>#i', ' ', $text );
	$text = preg_replace( '#</?(?:a|span|strong|em|b|i|u|font|code)\b[^>]*>#i', '', $text );
	$text = html_entity_decode( $text, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
	// What cleans a post puts straight quotes around a value with curled ones.
	$curled = implode( '|', array_merge( DOUBLE_QUOTES, SINGLE_QUOTES ) );
	$text   = preg_replace( '/=(["\'])(?:' . $curled . ')+/', '=$1', $text );
	$text   = preg_replace( '/(?:' . $curled . ')+(["\'])(?=\s|$)/', '$1', $text );
	$text   = str_replace( DOUBLE_QUOTES, '"', str_replace( SINGLE_QUOTES, "'", $text ) );
	$known  = array();
	foreach ( (array) shortcode_parse_atts( $text ) as $name => $value ) {
		if ( is_string( $name ) ) {
			$known[ strtolower( $name ) ] = trim( (string) $value, " \t\n\r\0\x0B\"'" );
		}
	}
	return $known;
}

foreach ( array_keys( SHORTCODES ) as $phieu_shortcode ) {
	add_shortcode( $phieu_shortcode, '__return_empty_string' );
}

// WordPress takes a curled quote for a letter of the value: the text is read here before it is cut at its blanks.
add_filter(
	'pre_do_shortcode_tag',
	function ( $output, $tag, $attributes, $found ) {
		if ( false !== $output || ! isset( SHORTCODES[ $tag ] ) ) {
			return $output;
		}
		return place( SHORTCODES[ $tag ], attributes_of( $found[3] ) );
	},
	10,
	4
);

/**
 * The tags of Phiếu's documentation, each as a place of this plugin. What is none of them cannot become a form.
 *
 * @param string $html A post, as it was written.
 * @return string
 */
function with_tags( $html ) {
	// WordPress takes a hard space after a shortcode's name for a letter of it.
	$html = preg_replace( '/\[(' . implode( '|', array_keys( SHORTCODES ) ) . ')(?:\xC2\xA0|\xE2\x80\x8B|&nbsp;|&#160;)+/', '[$1 ', $html );
	if ( false === stripos( $html, 'phieu-' ) ) {
		return $html;
	}
	$html  = str_replace( "\x01", '', $html );
	$views = implode( '|', array_keys( VIEWS ) );
	// A tag's attributes may hold what ends a tag, between quotes.
	$inside = '(?:[^<>"\']|"[^"]*"|\'[^\']*\')*';
	$html   = preg_replace_callback(
		'#<(?:phieu-(' . $views . ')\b(' . $inside . ')|div\b(' . $inside . '\bdata-phieu-(' . $views . ')(?![\w-])' . $inside . '))>#i',
		function ( $found ) {
			$is_division = isset( $found[4] ) && '' !== $found[4];
			$view        = strtolower( $is_division ? $found[4] : $found[1] );
			$written     = array();
			foreach ( attributes_of( $is_division ? $found[3] : $found[2] ) as $name => $value ) {
				$written[ preg_replace( '/^data-/', '', $name ) ] = $value;
			}
			$tag = opening_tag( $view, $written );
			// The place is marked for the moment, so that what follows leaves it alone.
			return '' === $tag ? '<div>' . unusable( resolved( $view, $written )['trouble'] ) : str_replace( 'data-phieu-', "data-\x01-", $tag );
		},
		$html
	);
	$html   = preg_replace( '#</phieu-(?:' . $views . ')\s*>#i', '</div>', $html );
	// Whatever else names a place was written to get past this, or to be read.
	return str_replace( "data-\x01-", 'data-phieu-', as_text( $html, $views ) );
}

// Before blocks and shortcodes are rendered: their places are right already.
foreach ( array( 'the_content', 'widget_text_content', 'widget_block_content' ) as $phieu_filter ) {
	add_filter( $phieu_filter, __NAMESPACE__ . '\with_tags', 8 );
}

// An author without `unfiltered_html` may write the tag: it is rendered by the rules above all the same.
add_filter(
	'wp_kses_allowed_html',
	function ( $tags, $context ) {
		if ( 'post' === $context && is_array( $tags ) ) {
			$attributes = array_fill_keys( array_merge( array( 'plan', 'endpoint', 'class', 'id', 'data-*' ), BESIDE ), true );
			foreach ( array_keys( VIEWS ) as $view ) {
				$tags[ 'phieu-' . $view ] = $attributes;
			}
		}
		return $tags;
	},
	10,
	2
);
