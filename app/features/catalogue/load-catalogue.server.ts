import type { LoaderFunctionArgs } from '@remix-run/node'
import { graphql } from '#app/graphql.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { FeeScheduleFields, FeeSpreadFields } from './fee-fragments.server.ts'
import { fitsWords } from './fits-words.ts'

const catalogueDocument = graphql(`
  query Catalogue($status: ServiceItemStatus!) {
    serviceItems(status: $status) {
      code
      nameZh
      nameEn
      approvalItemZh
      approvalItemEn
      approvingAgencyZh
      feeBasis
      cancelledBy
      offerCount
    }
  }
`)

/** The catalogue's items of one status that fit the words in the address. */
export async function loadCatalogue(args: LoaderFunctionArgs, status: 'RETAINED' | 'CANCELLED') {
  const q = (new URL(args.request.url).searchParams.get('q') ?? '').trim().slice(0, 100)
  const { language } = await preferencesOf(args.request)
  const { serviceItems } = await runOperation(args, catalogueDocument, { status })
  const items = serviceItems
    .filter(({ code, nameZh, nameEn, approvalItemZh, approvingAgencyZh }) =>
      fitsWords(q, [code, nameZh, nameEn, approvalItemZh, approvingAgencyZh]),
    )
    .map(({ code, nameZh, nameEn, approvalItemZh, approvalItemEn, approvingAgencyZh, feeBasis, cancelledBy, offerCount }) => ({
      code,
      name: nameIn(language, { nameZh, nameEn }),
      approval: nameIn(language, { nameZh: approvalItemZh, nameEn: approvalItemEn }),
      agency: approvingAgencyZh,
      feeBasis,
      cancelledBy,
      offerCount,
    }))
  return { q, items }
}

const itemDocument = graphql(
  `
    query CatalogueItem($code: String!) {
      serviceItem(code: $code) {
        code
        nameZh
        nameEn
        approvalItemZh
        approvalItemEn
        approvingAgencyZh
        legalBasis
        isLegalBasisVerified
        basisNote
        evidence
        backgroundFields
        qualificationZh
        isQualificationRequired
        feeBasis
        feeNote
        deliverableZh
        selfPreparation
        status
        cancelledBy
        isZoneAreaAssessed
        offerCount
        feeUnit
        referenceSize
        feeCeiling {
          ...FeeScheduleFields
        }
        feeSpread {
          ...FeeSpreadFields
        }
        demandedBy {
          approvalItem {
            code
            nameZh
            nameEn
          }
        }
      }
    }
  `,
  [FeeScheduleFields, FeeSpreadFields],
)

/** One item with what is asked for it. @throws Response 404 */
export async function loadCatalogueItem(args: LoaderFunctionArgs) {
  const { language } = await preferencesOf(args.request)
  const { serviceItem } = await runOperation(args, itemDocument, { code: args.params['code'] ?? '' })
  if (!serviceItem) throw new Response(null, { status: 404 })
  const { approvalItemZh, approvalItemEn, demandedBy, ...item } = serviceItem
  const approvals = new Map(demandedBy.map(({ approvalItem }) => [approvalItem.code, nameIn(language, approvalItem)]))
  return {
    ...item,
    name: nameIn(language, item),
    approval: nameIn(language, { nameZh: approvalItemZh, nameEn: approvalItemEn }),
    approvals: [...approvals].map(([code, name]) => ({ code, name })),
  }
}
export type CatalogueItemView = Awaited<ReturnType<typeof loadCatalogueItem>>
