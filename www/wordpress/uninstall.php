<?php
/**
 * What the plugin leaves behind when it is deleted: nothing. What was typed stands on people's own devices and at the
 * collector.
 *
 * @package Phieu
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'phieu_settings' );
if ( is_multisite() ) {
	foreach ( get_sites(
		array(
			'fields' => 'ids',
			'number' => 0,
		)
	) as $phieu_site ) {
		delete_blog_option( $phieu_site, 'phieu_settings' );
	}
}
