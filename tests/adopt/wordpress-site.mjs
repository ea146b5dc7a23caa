// A WordPress with the plugin, a collector beside it and a browser, for one file of tests.
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT, startCollector } from '../browser/collector.mjs'
import { Person } from '../browser/person.mjs'
import { launchChromium } from '../support/chromium.mjs'
import { isThere, PEOPLE, WordPress } from './wordpress.mjs'

export const ZIP = join(ROOT, 'target/phieu-wordpress.zip')
export const PLAN = 'tan-phu-thang-thanh-nien-2023'
export const OFFICE = 'Quận Đoàn Tân Phú'
/** A collector that is down. */
export const SILENT = 'http://127.0.0.1:9/api'

/** @type {WordPress} */
export let wordpress
/** @type {import('../browser/collector.mjs').Collector} */
export let collector
/** @type {import('playwright').Browser} */
let browser

/** Starts all three. */
export async function opens() {
  if (!isThere()) throw new Error('WordPress is not there. To mend it: tools/setup.sh wordpress')
  if (!existsSync(ZIP)) throw new Error('The plugin is not packed. To mend it: make wordpress')
  wordpress = await WordPress.start()
  collector = await startCollector({ args: ['--allow-origin', wordpress.url] })
  browser = await launchChromium()
}

/** Puts the plugin in, with its collector, where a test is not about that. */
export async function installs() {
  const program = `( function () {
    require_once ABSPATH . 'wp-admin/includes/admin.php';
    WP_Filesystem();
    $unpacked = unzip_file( '${ZIP}', WP_PLUGIN_DIR );
    activate_plugin( 'phieu/phieu.php' );
    update_option( 'phieu_settings', array( 'endpoints' => array( '${collector.url}/api', '${SILENT}' ), 'office' => '${OFFICE}' ) );
    return true === $unpacked && is_plugin_active( 'phieu/phieu.php' );
  } )()`
  assert.equal(await wordpress.says(program), true)
}

export async function closes() {
  await browser?.close()
  await collector?.remove()
  await wordpress?.remove()
}

/**
 * What a person does in a browser of their own.
 * @param {keyof typeof PEOPLE | 'visitor'} who
 * @param {(page: import('playwright').Page) => Promise<void>} story
 * @param {{ width: number, height: number }} [viewport]
 */
export async function as(who, story, viewport = { width: 1280, height: 900 }) {
  const context = await browser.newContext({ viewport, locale: 'vi-VN' })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  try {
    if (who !== 'visitor') await wordpress.letsIn(page, who)
    await story(page)
  } finally {
    await context.close()
  }
}

/** The address of a page of the administration. @param {string} path */
export const admin = (path) => `${wordpress.url}/wp-admin/${path}`

/**
 * A post that the author has written, as WordPress keeps and cleans it.
 * @param {string} content
 * @param {{ post_type?: string, post_excerpt?: string }} [beside]
 * @returns {Promise<{ id: number, url: string, kept: string }>}
 */
export async function posted(content, beside = {}) {
  const post = { post_status: 'publish', post_title: 'Báo cáo', post_content: content, ...beside }
  const text = Buffer.from(JSON.stringify(post)).toString('base64')
  return wordpress.says(`( function () {
    wp_set_current_user( get_user_by( 'login', '${PEOPLE.author}' )->ID );
    if ( current_user_can( 'unfiltered_html' ) ) { throw new Exception( 'the author may write anything' ); }
    $id = wp_insert_post( wp_slash( json_decode( base64_decode( '${text}' ), true ) ) );
    return array( 'id' => $id, 'url' => get_permalink( $id ), 'kept' => get_post( $id )->post_content );
  } )()`)
}

/** @param {import('playwright').Page} page @param {string} [tag] */
export async function hasTheForm(page, tag) {
  const person = new Person(page, tag)
  await person.sees('Chọn đơn vị')
  assert.equal(
    await person.form.evaluate((element) => element.getAttribute('endpoint')),
    `${collector.url}/api`,
  )
  return person
}
