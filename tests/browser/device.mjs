// What the form keeps on a device: read, put there, taken away.

/** @typedef {import('playwright').Page} Page */

/**
 * Puts things on the device as if a page of this portal had kept them.
 * @param {Page} page
 * @param {string} url
 * @param {Record<'drafts' | 'outbox' | 'kept', any[]>} shelves
 */
export async function keepsOnDevice(page, url, shelves) {
  await page.route(url, (route) => route.fulfill({ contentType: 'text/html', body: '<p>old</p>' }), {
    times: 1,
  })
  await page.goto(url)
  await page.evaluate(
    (all) =>
      new Promise((done, fail) => {
        const opening = indexedDB.open('phieu', 2)
        opening.onerror = () => fail(opening.error)
        opening.onupgradeneeded = () => {
          for (const shelf of ['drafts', 'outbox', 'kept', 'plans']) opening.result.createObjectStore(shelf)
        }
        opening.onsuccess = () => {
          const database = opening.result
          const writing = database.transaction(['drafts', 'outbox', 'kept'], 'readwrite')
          for (const record of all.drafts) writing.objectStore('drafts').put(record, record.key)
          for (const letter of all.outbox) writing.objectStore('outbox').put(letter, letter.id)
          for (const one of all.kept) writing.objectStore('kept').put(one, one.receipt.submission)
          writing.onabort = () => fail(writing.error)
          writing.oncomplete = () => {
            database.close()
            done(undefined)
          }
        }
      }),
    shelves,
  )
}

/**
 * What the form keeps on the device, on one of its shelves.
 * @param {Page} page
 * @param {'drafts' | 'outbox' | 'kept' | 'plans'} shelf
 * @returns {Promise<unknown[]>}
 */
export const onDevice = (page, shelf) =>
  page.evaluate(
    (name) =>
      new Promise((done, fail) => {
        const opening = indexedDB.open('phieu')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const reading = database.transaction(name).objectStore(name).getAll()
          reading.onerror = () => fail(reading.error)
          reading.onsuccess = () => {
            database.close()
            done(reading.result)
          }
        }
      }),
    shelf,
  )

/** The drafts go from the device, and nothing else. @param {Page} page */
export const dropsDrafts = (page) =>
  page.evaluate(
    () =>
      new Promise((done, fail) => {
        const opening = indexedDB.open('phieu')
        opening.onerror = () => fail(opening.error)
        opening.onsuccess = () => {
          const database = opening.result
          const writing = database.transaction('drafts', 'readwrite')
          writing.objectStore('drafts').clear()
          writing.oncomplete = () => {
            database.close()
            done(undefined)
          }
        }
      }),
  )
