<?php
/**
 * What leaves for the visitor, looked through once more.
 *
 * What an author writes comes to a page by many ways that no text of a post shows: a block's label, a block that is kept
 * for reuse, an excerpt, a caption. A place of the form that names another collector than the administrator's is made
 * text on each of them.
 *
 * @package Phieu
 */

namespace Phieu\WordPress;

defined( 'ABSPATH' ) || exit;

/** A tag without anything in it that browsers read in more than one way. */
const PLAIN_NAME      = '[^ \t\r\n\f<>\/"\'=]++';
const PLAIN_VALUE     = '(?:"[^"<]*+"|\'[^\'<]*+\'|[^ \t\r\n\f<>"\'=`]++)';
const PLAIN_ATTRIBUTE = '[ \t\r\n\f\/]++(' . PLAIN_NAME . ')(?:[ \t\r\n\f]*+=[ \t\r\n\f]*+(' . PLAIN_VALUE . '))?+';

/**
 * Whether a tag sends nothing to where no administrator has allowed it.
 *
 * An address must be written as this plugin writes it: there is no other reading of it then.
 *
 * @param string $tag The tag, as PLAIN_ATTRIBUTE reads it.
 * @return bool
 */
function is_harmless( $tag ) {
	$endpoints = settings()['endpoints'];
	preg_match_all( '#' . PLAIN_ATTRIBUTE . '#', $tag, $attributes, PREG_SET_ORDER );
	foreach ( $attributes as $attribute ) {
		$name  = preg_replace( '/^data-/', '', strtolower( $attribute[1] ) );
		$value = isset( $attribute[2] ) ? trim( $attribute[2], '"\'' ) : '';
		$value = html_entity_decode( $value, ENT_QUOTES | ENT_HTML5, 'UTF-8' );
		if ( '' === $value ) {
			continue;
		}
		if ( 'endpoint' === $name && ! in_array( $value, $endpoints, true ) && endpoint_for( $value ) !== $value ) {
			return false;
		}
		if ( 'files' === $name && file_address( '' ) !== $value ) {
			return false;
		}
	}
	return true;
}

/**
 * Finished HTML in which no form names a collector but the administrator's.
 *
 * @param mixed $html What is shown.
 * @return mixed
 */
function harmless( $html ) {
	if ( ! is_string( $html ) || false === stripos( $html, 'phieu-' ) ) {
		return $html;
	}
	$html  = str_replace( "\x01", '', $html );
	$views = implode( '|', array_keys( VIEWS ) ) . '|check';
	$kept  = preg_replace_callback(
		'#<' . PLAIN_NAME . '(?:' . PLAIN_ATTRIBUTE . ')*+[ \t\r\n\f/]*+>#',
		function ( $found ) {
			// It is marked for the moment, so that what follows leaves it alone.
			return is_harmless( $found[0] ) ? str_ireplace( 'phieu-', "phieu\x01-", $found[0] ) : $found[0];
		},
		$html
	);
	return str_replace( "phieu\x01-", 'phieu-', as_text( null === $kept ? $html : $kept, $views ) );
}

/**
 * HTML whose places of a form are none: a reference is a letter in a text, and none in the name of a tag or an attribute.
 *
 * @param string $html  HTML.
 * @param string $views Which, as alternatives of an expression.
 * @return string
 */
function as_text( $html, $views ) {
	$html = preg_replace( '#\bdata-phieu-(' . $views . ')(?![\w-])#i', 'data&#45;phieu-$1', $html );
	return preg_replace( '#<phieu-(' . $views . ')\b#i', '<phieu&#45;$1', $html );
}

foreach (
	array(
		'render_block',
		'the_content',
		'the_excerpt',
		'get_the_excerpt',
		'widget_text',
		'widget_text_content',
		'widget_block_content',
		'wp_get_attachment_caption',
		'the_post_thumbnail_caption',
		'term_description',
		'get_the_archive_description',
		'comment_text',
	) as $phieu_filter
) {
	add_filter( $phieu_filter, __NAMESPACE__ . '\harmless', PHP_INT_MAX );
}
