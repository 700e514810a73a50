import type { LoaderFunctionArgs } from '@remix-run/node'
import { isCalendarDay, shanghaiDayOf } from '#domain/kernel/calendar-day.ts'
import { graphql } from '#app/graphql.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { withCeilingTexts } from './fee-text.server.ts'
import { fitsWords } from './fits-words.ts'

const dayDocument = graphql(`
  query CatalogueOfDay($on: Day!) {
    catalogueOn(on: $on, status: RETAINED) {
      code
      content {
        nameZh
        nameEn
        approvalItemZh
        approvalItemEn
        approvingAgencyZh
        feeBasis
      }
    }
  }
`)

/** The retained items of a past or coming day that fit the words. */
export async function loadCatalogueOn(args: LoaderFunctionArgs, on: string, q: string) {
  const { language } = await preferencesOf(args.request)
  const { catalogueOn } = await runOperation(args, dayDocument, { on })
  return catalogueOn
    .filter(({ code, content: { nameZh, nameEn, approvalItemZh, approvingAgencyZh } }) =>
      fitsWords(q, [code, nameZh, nameEn, approvalItemZh, approvingAgencyZh]),
    )
    .map(({ code, content }) => ({
      code,
      name: nameIn(language, content),
      approval: nameIn(language, { nameZh: content.approvalItemZh, nameEn: content.approvalItemEn }),
      agency: content.approvingAgencyZh,
      feeBasis: content.feeBasis,
      offerCount: null,
    }))
}

const versionsDocument = graphql(`
  query ItemVersions($code: String!) {
    clock {
      now
    }
    serviceItemVersions(code: $code) {
      version
      effectiveOn
      edition {
        number
        titleZh
        titleEn
        documentNo
      }
      changes {
        field
        before
        after
      }
    }
  }
`)

/** What an entry said from when on, the newest first, with which of them is in force today. */
export async function loadVersions(args: LoaderFunctionArgs, code: string) {
  const { serviceItemVersions, clock } = await runOperation(args, versionsDocument, { code })
  const today = shanghaiDayOf(new Date(clock.now))
  const inForce = serviceItemVersions.find(({ effectiveOn }) => effectiveOn <= today)?.version ?? null
  const { language } = await preferencesOf(args.request)
  return serviceItemVersions.map((one) => ({
    ...one,
    changes: withCeilingTexts(one.changes, language),
    standing: one.version === inForce ? ('IN_FORCE' as const) : one.effectiveOn > today ? ('COMING' as const) : ('PAST' as const),
  }))
}
export type VersionView = Awaited<ReturnType<typeof loadVersions>>[number]

const comparisonDocument = graphql(`
  query CatalogueComparison($fromOn: Day!, $toOn: Day!) {
    catalogueComparison(fromOn: $fromOn, toOn: $toOn) {
      code
      change
      before {
        nameZh
        nameEn
      }
      after {
        nameZh
        nameEn
      }
      fields {
        field
        before
        after
      }
    }
  }
`)

const editionsDocument = graphql(`
  query CatalogueEditions {
    clock {
      now
    }
    catalogueEditions {
      number
      titleZh
      titleEn
      documentNo
      effectiveOn
      itemCount
    }
  }
`)

/** The editions, and what differs between the two days of the address; without them between the first edition and today. */
export async function loadComparison(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url)
  const { catalogueEditions, clock } = await runOperation(args, editionsDocument, {})
  const today = shanghaiDayOf(new Date(clock.now))
  const first = catalogueEditions.map(({ effectiveOn }) => effectiveOn).sort()[0] ?? today
  const fromOn = dayOf(searchParams.get('from')) ?? first
  const toOn = dayOf(searchParams.get('to')) ?? today
  const { catalogueComparison } = await runOperation(args, comparisonDocument, { fromOn, toOn })
  const { language } = await preferencesOf(args.request)
  const differences = catalogueComparison.map((one) => ({ ...one, fields: withCeilingTexts(one.fields, language) }))
  return { fromOn, toOn, today, first, editions: catalogueEditions, differences }
}

export type DifferenceView = Awaited<ReturnType<typeof loadComparison>>['differences'][number]

/** A day an address may name; null for anything else. */
export const dayOf = (text: string | null): string | null => (text !== null && isCalendarDay(text) ? text : null)
