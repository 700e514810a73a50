import type { ActionFunctionArgs } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { formDataOf } from '#app/form.server.ts'
import { isLanguage } from '#app/i18n/language.ts'
import { isTheme, preferencesOf, setPreferences } from '#app/preferences.server.ts'
import { ownPath } from '#app/same-origin.server.ts'

/** Someone who reloads or bookmarks the address of the form. */
export const loader = () => redirect('/')

/** Takes the one preference whose button was pressed, and goes back. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await formDataOf(request)
  const now = await preferencesOf(request)
  const [language, isElder, theme] = ['language', 'isElder', 'theme'].map((name) => form.get(name))
  const chosen = {
    language: isLanguage(language) ? language : now.language,
    isElder: isElder == null ? now.isElder : isElder === 'true',
    theme: isTheme(theme) ? theme : now.theme,
  }
  return redirect(ownPath(form.get('returnTo')), { headers: { 'Set-Cookie': await setPreferences(request, chosen) } })
}
