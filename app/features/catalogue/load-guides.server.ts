import type { LoaderFunctionArgs } from '@remix-run/node'
import { graphql } from '#app/graphql.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { fitsWords } from './fits-words.ts'

const guidesDocument = graphql(`
  query Guides {
    approvalItems {
      code
      nameZh
      nameEn
      agencyZh
      kind
      promisedWorkingDays
      materialCount
      deferrableCount
    }
  }
`)

/** The guides that fit the words in the address. */
export async function loadGuides(args: LoaderFunctionArgs) {
  const q = (new URL(args.request.url).searchParams.get('q') ?? '').trim().slice(0, 100)
  const { language } = await preferencesOf(args.request)
  const { approvalItems } = await runOperation(args, guidesDocument, {})
  const guides = approvalItems
    .filter(({ code, nameZh, nameEn, agencyZh }) => fitsWords(q, [code, nameZh, nameEn, agencyZh]))
    .map((item) => ({ ...item, name: nameIn(language, item) }))
  return { q, guides }
}

const guideDocument = graphql(`
  query Guide($code: String!) {
    approvalItem(code: $code) {
      code
      nameZh
      nameEn
      agencyZh
      kind
      promisedWorkingDays
      legalBasis
      daysNote
      materials {
        seq
        nameZh
        nameEn
        isEssential
        isIdentityMatter
        note
        evidence
        serviceItem {
          code
          nameZh
          nameEn
          status
          selfPreparation
        }
      }
    }
  }
`)

/** One approval guide. @throws Response 404 */
export async function loadGuide(args: LoaderFunctionArgs) {
  const { language } = await preferencesOf(args.request)
  const { approvalItem } = await runOperation(args, guideDocument, { code: args.params['code'] ?? '' })
  if (!approvalItem) throw new Response(null, { status: 404 })
  const { materials, ...item } = approvalItem
  return {
    ...item,
    name: nameIn(language, item),
    materials: materials.map(({ serviceItem, ...material }) => ({
      ...material,
      name: nameIn(language, material),
      service: serviceItem && { ...serviceItem, name: nameIn(language, serviceItem) },
    })),
  }
}
export type GuideView = Awaited<ReturnType<typeof loadGuide>>
