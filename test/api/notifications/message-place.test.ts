import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { noticeRules } from '#services/notifications/notice-rules.ts'
import { messagePlace } from '#app/features/notifications/message-place.ts'

/** Every page's address as a pattern, out of the route files' names: `owner+/engagements.$number._index.tsx` is /owner/engagements/…. */
const pages = readdirSync(join(import.meta.dirname, '../../../app/routes'), { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx$/.test(file) && !file.endsWith('$.tsx'))
  .map((file) => {
    const path = file
      .replace(/\.tsx$/, '')
      .replaceAll('\\', '/')
      .replace(/^_\w+\+\//, '')
      .replace('+/', '/')
    const parts = path.split(/[./]/).filter((part) => !part.startsWith('_') && part !== 'index')
    return new RegExp(`^/${parts.map((part) => (part.startsWith('$') ? '[^/]+' : part.replace(/_$/, ''))).join('/')}$`)
  })

const readers: readonly (readonly Role[])[] = [['APPLICANT'], ['INTERMEDIARY'], ['AGENCY_MANAGER'], ['REFORM_OFFICE']]
const kinds = [...new Set(Object.values(noticeRules).flatMap((rule) => rule.kinds))]

test.each(kinds)('%s leads to a page that exists, whoever reads it', (kind) => {
  const places = [...new Set(readers.map((roles) => messagePlace(kind, 'N-1', roles)))]
  expect(places.filter((place) => place !== null && !pages.some((page) => page.test(place)))).toEqual([])
  // A notice without a way to deal with the matter is half a notice.
  expect(places).not.toContain(null)
})
