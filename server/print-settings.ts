import { writeFileSync } from 'node:fs'
import { settingsPage } from './settings-page.ts'

// npm run docs:settings
writeFileSync('docs/reference/settings.md', settingsPage())
