<?php
/**
 * The settings page, with the self-test below what is set.
 *
 * @package Phieu
 */

namespace Phieu\WordPress;

defined( 'ABSPATH' ) || exit;

/** The nonce of the self-test: it sends requests, and nobody else's page is to press it. */
const CHECK = 'phieu_check';

add_action(
	'admin_menu',
	function () {
		$hook = add_options_page( word( 'title' ), word( 'title' ), 'manage_options', 'phieu', __NAMESPACE__ . '\settings_page' );
		// Before anything is written: a page that has begun cannot be refused.
		add_action(
			'load-' . $hook,
			function () {
				if ( isset( $_GET['check'] ) ) {
					check_admin_referer( CHECK );
				}
			}
		);
	}
);

add_filter(
	'plugin_action_links_' . plugin_basename( FILE ),
	function ( $links ) {
		array_unshift( $links, '<a href="' . esc_url( admin_url( 'options-general.php?page=phieu' ) ) . '">' . esc_html( word( 'settings' ) ) . '</a>' );
		return $links;
	}
);

/** The page. */
function settings_page() {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	$settings = settings();
	?>
	<div class="wrap">
		<h1><?php echo esc_html( word( 'title' ) ); ?></h1>
		<p><?php echo esc_html( word( 'intro' ) ); ?> <code>[phieu plan="tan-phu-thang-thanh-nien-2023"]</code>
			<code>[phieu_office plan="…"]</code> <code>[phieu_progress plan="…"]</code></p>
		<form action="options.php" method="post">
			<?php settings_fields( 'phieu' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="phieu-endpoints"><?php echo esc_html( word( 'endpoints' ) ); ?></label></th>
					<td>
						<textarea id="phieu-endpoints" class="large-text code" rows="3" spellcheck="false" aria-describedby="phieu-endpoints-help"
							name="<?php echo esc_attr( OPTION ); ?>[endpoints]"><?php echo esc_textarea( implode( "\n", $settings['endpoints'] ) ); ?></textarea>
						<p class="description" id="phieu-endpoints-help"><?php echo esc_html( word( 'endpointsHelp' ) ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><label for="phieu-office"><?php echo esc_html( word( 'office' ) ); ?></label></th>
					<td>
						<input id="phieu-office" class="regular-text" type="text" aria-describedby="phieu-office-help"
							name="<?php echo esc_attr( OPTION ); ?>[office]" value="<?php echo esc_attr( $settings['office'] ); ?>">
						<p class="description" id="phieu-office-help"><?php echo esc_html( word( 'officeHelp' ) ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><label for="phieu-theme"><?php echo esc_html( word( 'theme' ) ); ?></label></th>
					<td>
						<select id="phieu-theme" name="<?php echo esc_attr( OPTION ); ?>[theme]" aria-describedby="phieu-theme-help">
							<?php
							foreach (
								array(
									''      => 'themeSystem',
									'light' => 'themeLight',
									'dark'  => 'themeDark',
								) as $theme => $key
							) :
								?>
								<option value="<?php echo esc_attr( $theme ); ?>"<?php selected( $settings['theme'], $theme ); ?>><?php echo esc_html( word( $key ) ); ?></option>
							<?php endforeach; ?>
						</select>
						<p class="description" id="phieu-theme-help"><?php echo esc_html( word( 'themeHelp' ) ); ?></p>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>

		<h2 id="phieu-check"><?php echo esc_html( word( 'check' ) ); ?></h2>
		<p><?php echo esc_html( word( 'checkIntro' ) ); ?></p>
		<p><a class="button" id="phieu-check-now" href="<?php echo esc_url( wp_nonce_url( admin_url( 'options-general.php?page=phieu&check=1' ), CHECK ) . '#phieu-check' ); ?>"><?php echo esc_html( word( 'checkNow' ) ); ?></a></p>
		<?php
		if ( isset( $_GET['check'] ) && check_admin_referer( CHECK ) ) {
			check_table( checked() );
		}
		?>
	</div>
	<?php
}

/**
 * The lines of the self-test.
 *
 * @param array<int, array{what: string, state: string, result: string, mend: string}> $lines As checked() gives them.
 */
function check_table( $lines ) {
	// Said in a word and by a sign of WordPress's own, not by a colour alone.
	$signs = array(
		'good' => 'yes-alt',
		'bad'  => 'dismiss',
		'note' => 'info',
	);
	?>
	<table class="widefat striped" id="phieu-lines" style="table-layout:fixed;overflow-wrap:anywhere">
		<thead>
			<tr>
				<th scope="col" style="width:33%"><?php echo esc_html( word( 'checkWhat' ) ); ?></th>
				<th scope="col"><?php echo esc_html( word( 'checkResult' ) ); ?></th>
			</tr>
		</thead>
		<tbody>
			<?php foreach ( $lines as $line ) : ?>
				<tr data-state="<?php echo esc_attr( $line['state'] ); ?>">
					<th scope="row" style="vertical-align:top"><?php echo esc_html( $line['what'] ); ?></th>
					<td><span class="dashicons dashicons-<?php echo esc_attr( $signs[ $line['state'] ] ); ?>" aria-hidden="true"></span>
						<strong><?php echo esc_html( word( $line['state'] ) ); ?>.</strong> <?php echo esc_html( $line['result'] ); ?>
						<?php if ( '' !== $line['mend'] ) : ?>
							<p><strong><?php echo esc_html( word( 'checkMend' ) ); ?></strong> <?php echo esc_html( $line['mend'] ); ?></p>
						<?php endif; ?>
					</td>
				</tr>
			<?php endforeach; ?>
		</tbody>
	</table>
	<?php
	$page = page_with_form();
	if ( $page ) {
		$address = has_own_check() ? add_query_arg( 'phieu-check', '', get_permalink( $page ) ) : get_permalink( $page );
		echo '<p><a class="button" id="phieu-page-check" href="' . esc_url( $address ) . '">' . esc_html( word( 'checkPage', get_the_title( $page ) ) ) . '</a></p>';
	}
}
