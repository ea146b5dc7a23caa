// What a person comes to see. A screen follows what was done to it a moment later, and on a busy machine a longer one:
// these assertions wait for it, where `assert` on what was read off the page would judge the moment.
import { expect as impatient } from 'playwright/test'

export const expect = impatient.configure({ timeout: 30_000 })
