<?php
/**
 * Plugin Name:       Phiếu
 * Description:       Phiếu báo cáo theo kế hoạch của Đoàn: nhập, kiểm tra và gửi ngay trong trang. Reports that an issued plan asks for, filled in and sent from your site.
 * Version:           0.1.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * Author:            Phiếu
 * License:           MIT OR Apache-2.0
 * Text Domain:       phieu
 *
 * @package Phieu
 */

namespace Phieu\WordPress;

defined( 'ABSPATH' ) || exit;

const OPTION = 'phieu_settings';
const FILE   = __FILE__;

require_once __DIR__ . '/includes/words.php';
require_once __DIR__ . '/includes/settings.php';
require_once __DIR__ . '/includes/plans.php';
require_once __DIR__ . '/includes/form.php';
require_once __DIR__ . '/includes/finished.php';
require_once __DIR__ . '/includes/writing.php';
require_once __DIR__ . '/includes/block.php';
require_once __DIR__ . '/includes/check.php';
require_once __DIR__ . '/includes/page.php';

/**
 * What the zip carries of the form: its folder, its files with their sums, its plans with their titles.
 *
 * @return array{version: string, folder: string, files: array<string, string>, plans: array<string, string>}
 */
function shipped() {
	static $shipped;
	if ( null === $shipped ) {
		$shipped = require __DIR__ . '/form.php';
	}
	return $shipped;
}

/**
 * The address of a file of the form.
 *
 * @param string $name The file, as `phieu.js`.
 * @return string
 */
function file_address( $name ) {
	return plugins_url( shipped()['folder'] . '/' . $name, FILE );
}
