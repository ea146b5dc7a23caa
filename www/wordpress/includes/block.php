<?php
/**
 * The block: what is shown, of which plan, by which collector, chosen while it is looked at.
 *
 * @package Phieu
 */

namespace Phieu\WordPress;

defined( 'ABSPATH' ) || exit;

add_action(
	'init',
	function () {
		wp_register_script(
			'phieu-block',
			plugins_url( 'block/editor.js', FILE ),
			array( 'wp-blocks', 'wp-element', 'wp-components', 'wp-block-editor', 'wp-api-fetch', 'wp-url' ),
			shipped()['version'] . '-' . basename( shipped()['folder'] ),
			true
		);
		register_block_type(
			__DIR__ . '/../block',
			array(
				'title'           => word( 'blockTitle' ),
				'description'     => word( 'blockDescription' ),
				'render_callback' => function ( $attributes ) {
					$view = isset( $attributes['view'] ) && isset( VIEWS[ $attributes['view'] ] ) ? $attributes['view'] : 'report';
					// What an author writes is text, whatever is in the comment of the block.
					return place( $view, array_map( 'strval', array_filter( $attributes, 'is_scalar' ) ) );
				},
			)
		);
	}
);

add_action(
	'enqueue_block_editor_assets',
	function () {
		$known = array(
			'words'     => words(),
			'language'  => is_vietnamese() ? 'vi' : 'en',
			'endpoints' => settings()['endpoints'],
			'office'    => settings()['office'],
			'theme'     => settings()['theme'],
			'origin'    => home_origin(),
			'script'    => file_address( VIEWS['report'] ),
			'samples'   => trailingslashit( file_address( 'plans' ) ),
		);
		wp_add_inline_script( 'phieu-block', 'window.phieuBlock = ' . wp_json_encode( $known ) . ';', 'before' );
	}
);
