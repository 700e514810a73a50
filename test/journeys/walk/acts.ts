import type { Locator, Page } from 'playwright-core'

// What people do on a page, in the words that stand there.

type Place = Page | Locator

/** Waits until the text can be read there. */
export async function sees(place: Place, text: string | RegExp): Promise<void> {
  await place.getByText(text).filter({ visible: true }).first().waitFor()
}

/** Waits until the page's heading is this. */
export async function isOn(page: Page, heading: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading }).waitFor()
}

export async function press(place: Place, button: string | RegExp): Promise<void> {
  await place.getByRole('button', { name: button, exact: typeof button === 'string' }).click()
}

export async function follow(place: Place, link: string | RegExp): Promise<void> {
  await place.getByRole('link', { name: link }).first().click()
}

/** Types into the field of that label. */
export async function fill(place: Place, label: string | RegExp, value: string): Promise<void> {
  await place.getByLabel(label).and(place.locator('input, textarea')).first().fill(value)
}

/** Marks the box or choice of that label. */
export async function tick(place: Place, label: string | RegExp): Promise<void> {
  await place.getByLabel(label).first().check()
}

/** The block of a page under that heading. */
export const sheet = (page: Page, title: string | RegExp): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: title }) })

/** All that can be read in the page's main part. */
export const textOf = (page: Page): Promise<string> => page.locator('main').innerText()
