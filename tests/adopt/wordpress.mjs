// A real WordPress from Debian's packages, in a folder of its own: its files, its database with a socket of its own, PHP's
// own web server. Nothing of the machine's is touched, and nothing is left.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort } from '../browser/collector.mjs'

const run = promisify(execFile)
const SOURCE = process.env.WORDPRESS ?? '/usr/share/wordpress'
const START_LIMIT = 60_000

/** Who is let in; the author has no `unfiltered_html`, as WordPress gives it. */
export const PEOPLE = { admin: 'quan-tri', author: 'bi-thu' }
const PASSWORD = 'mot-mat-khau-dai-de-thu'

/** Without Debian's package there is nothing to try. */
export const isThere = () => existsSync(join(SOURCE, 'wp-includes/version.php'))

export class WordPress {
  /** @type {import('node:child_process').ChildProcess[]} */
  _children = []
  folder = mkdtempSync(join(tmpdir(), 'phieu-wordpress-'))
  url = ''

  get site() {
    return join(this.folder, 'site')
  }

  static async start() {
    const wordpress = new WordPress()
    process.once('exit', () => {
      wordpress._kill()
      rmSync(wordpress.folder, { recursive: true, force: true })
    })
    // Whoever ends the tests ends the database too.
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
    try {
      await wordpress._database()
      await wordpress._files()
      await wordpress._install()
      await wordpress._serve()
    } catch (error) {
      await wordpress.remove()
      throw error
    }
    return wordpress
  }

  async _database() {
    const { folder } = this
    const data = join(folder, 'data')
    const own = ['--no-defaults', `--datadir=${data}`, `--user=${userInfo().username}`]
    await run('mariadb-install-db', [...own, '--auth-root-authentication-method=normal', '--skip-test-db'])
    const socket = `--socket=${join(folder, 'socket')}`
    const sparing = [
      '--skip-networking',
      '--innodb-flush-log-at-trx-commit=0',
      '--innodb-buffer-pool-size=32M',
    ]
    this._spawn(existsSync('/usr/sbin/mariadbd') ? '/usr/sbin/mariadbd' : 'mariadbd', [
      ...own,
      socket,
      `--pid-file=${join(folder, 'pid')}`,
      ...sparing,
    ])
    const create = ['--no-defaults', socket, '--user=root', '--execute=CREATE DATABASE wordpress']
    await until(() => run('mariadb', create), 'MariaDB does not answer')
  }

  async _files() {
    const { folder, site } = this
    this.url = `http://127.0.0.1:${await freePort()}`
    cpSync(SOURCE, site, {
      recursive: true,
      dereference: true,
      filter: (path) => !path.endsWith('/wp-config.php'),
    })
    writeFileSync(
      join(site, 'wp-config.php'),
      `<?php
define( 'DB_NAME', 'wordpress' );
define( 'DB_USER', 'root' );
define( 'DB_PASSWORD', '' );
define( 'DB_HOST', 'localhost:${folder}/socket' );
define( 'DB_CHARSET', 'utf8mb4' );
define( 'DB_COLLATE', '' );
define( 'WP_HOME', '${this.url}' );
define( 'WP_SITEURL', '${this.url}' );
define( 'FS_METHOD', 'direct' );
define( 'WP_DEBUG', true );
define( 'WP_DEBUG_DISPLAY', false );
define( 'WP_DEBUG_LOG', '${folder}/debug.log' );
define( 'WP_HTTP_BLOCK_EXTERNAL', true );
define( 'WP_ACCESSIBLE_HOSTS', '127.0.0.1,localhost' );
define( 'AUTOMATIC_UPDATER_DISABLED', true );
define( 'DISABLE_WP_CRON', true );
ini_set( 'error_log', '${folder}/debug.log' );
foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $phieu_key ) {
	define( $phieu_key . '_KEY', 'k' . $phieu_key );
	define( $phieu_key . '_SALT', 's' . $phieu_key );
}
$table_prefix = 'wp_';
defined( 'ABSPATH' ) || define( 'ABSPATH', __DIR__ . '/' );
require_once ABSPATH . 'wp-settings.php';
`,
    )
  }

  async _install() {
    const { admin, author } = PEOPLE
    const script = join(this.folder, 'install.php')
    writeFileSync(
      script,
      `<?php
define( 'WP_INSTALLING', true );
require '${this.site}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_new_blog_notification() {}
wp_install( 'Tuổi trẻ Tân Phú', '${admin}', 'admin@portal.example', false, '', '${PASSWORD}' );
wp_insert_user( array( 'user_login' => '${author}', 'user_pass' => '${PASSWORD}', 'user_email' => 'author@portal.example', 'role' => 'author' ) );
update_option( 'WPLANG', 'vi' );
switch_theme( 'twentytwentyone' );
`,
    )
    await run('php', [script])
  }

  async _serve() {
    const { host } = new URL(this.url)
    // It asks itself in its self-test, so that one worker would wait for itself.
    const options = [
      '-d',
      'opcache.enable_cli=1',
      '-d',
      'upload_max_filesize=2M',
      '-S',
      host,
      '-t',
      this.site,
    ]
    this._spawn('php', options, { PHP_CLI_SERVER_WORKERS: '6' })
    await until(async () => {
      const answer = await fetch(`${this.url}/wp-login.php`)
      if (!answer.ok) throw new Error(String(answer.status))
    }, 'WordPress does not answer')
  }

  /**
   * What WordPress itself says, asked in PHP.
   * @param {string} code an expression
   * @returns {Promise<any>}
   */
  async says(code) {
    const program = `require '${this.site}/wp-load.php'; echo "\\x02" . json_encode( ${code} );`
    const { stdout } = await run('php', ['-d', 'display_errors=0', '-r', program])
    return JSON.parse(stdout.split('\x02').pop() ?? 'null')
  }

  /** What PHP complained of. */
  complaints() {
    return this.says(
      `file_exists( '${this.folder}/debug.log' ) ? file_get_contents( '${this.folder}/debug.log' ) : ''`,
    )
  }

  /**
   * Lets a person in.
   * @param {import('playwright').Page} page
   * @param {keyof typeof PEOPLE} who
   */
  async letsIn(page, who) {
    await page.goto(`${this.url}/wp-login.php`)
    // A moment after it has come the page puts the focus there, wherever somebody types already.
    await page.locator('#user_login:focus').waitFor()
    await page.locator('#user_login').fill(PEOPLE[who])
    await page.locator('#user_pass').fill(PASSWORD)
    await page.locator('#wp-submit').click()
    await page
      .locator('#wpadminbar')
      .waitFor()
      .catch(async () => {
        const text = await page.locator('body').innerText({ timeout: 1000 })
        throw new Error(
          `${PEOPLE[who]} is not let in; ${page.url()} says: ${text}\n${await this.complaints()}`,
        )
      })
  }

  /** @param {string} command @param {string[]} options @param {Record<string, string>} [environment] */
  _spawn(command, options, environment = {}) {
    const child = spawn(command, options, {
      cwd: this.folder,
      stdio: 'ignore',
      // A group of its own: PHP's web server has workers, which end with it.
      detached: true,
      env: { ...process.env, ...environment },
    })
    child.on('error', () => undefined)
    child.unref()
    this._children.push(child)
  }

  _kill() {
    for (const { pid } of this._children.reverse()) {
      try {
        if (pid) process.kill(-pid, 'SIGTERM')
      } catch {
        // It has ended by itself.
      }
    }
  }

  async remove() {
    const children = this._children.filter(({ exitCode, signalCode }) => exitCode === null && !signalCode)
    const gone = children.map((child) => once(child, 'exit'))
    for (const child of children) child.ref()
    this._kill()
    await Promise.all(gone)
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/**
 * @param {() => Promise<unknown>} look
 * @param {string} trouble
 */
async function until(look, trouble) {
  const end = Date.now() + START_LIMIT
  /** @type {unknown} */
  let why
  while (Date.now() < end) {
    try {
      return await look()
    } catch (error) {
      why = error
    }
    await new Promise((done) => setTimeout(done, 100))
  }
  throw new Error(`${trouble}: ${why}`)
}
