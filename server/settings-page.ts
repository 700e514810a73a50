import { settings } from '#env'
import type { Setting } from '#env'

/** docs/reference/settings.md, from the table in env.ts. */
export function settingsPage(): string {
  const rows = Object.entries<Setting>(settings).map(
    ([name, setting]) => `| \`${name}\` | ${setting.description} | ${defaultOf(setting)} |`,
  )
  return [
    '# Settings',
    '',
    'Environment variables, read once at start by `env.ts`. This page is printed from it: `npm run docs:settings`.',
    '',
    'Keys and passwords are made once and kept in `DATA_DIR/secrets.json` (mode 0600) when they are not set. With `DATABASE_URL` in',
    'production they must be set: a database of its own outlives the folder, and without its keys the identity numbers in it are lost.',
    '',
    '| Setting | What for | Default |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

function defaultOf(setting: Setting): string {
  if (setting.generate) return 'made once'
  if (setting.otherwise !== undefined) return setting.otherwise
  const parsed = setting.schema.safeParse(undefined)
  return parsed.success && parsed.data !== undefined
    ? `\`${String(typeof parsed.data === 'boolean' ? Number(parsed.data) : parsed.data)}\``
    : 'none'
}
