import type { LoaderFunctionArgs } from '@remix-run/node'
import { feeUnitDecimals } from '#domain/catalogue/fee-schedule.ts'
import { nameIn } from '#app/features/listings/name-in.ts'
import { graphql } from '#app/graphql.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { preferencesOf } from '#app/preferences.server.ts'
import { FeeScheduleFields } from './fee-fragments.server.ts'
import { readSize } from './read-size.ts'

const feeQuotesDocument = graphql(
  `
    query FeeQuotes($code: String!, $size: Float, $division: String, $page: Int) {
      feeQuotes(serviceItemCode: $code, size: $size, divisionCode: $division, page: $page) {
        __typename
        ... on UserError {
          code
          ... on ValidationError {
            fields {
              path
              code
              facts
            }
          }
        }
        ... on FeeQuotes {
          size
          unit
          total
          page
          pageCount
          seed
          five {
            count
            minFen
            lowerQuartileFen
            medianFen
            upperQuartileFen
            maxFen
          }
          quotes {
            uscc
            name
            feeSchedule {
              ...FeeScheduleFields
            }
            feeFen
            promisedWorkingDays
            refusal {
              code
              facts
            }
          }
        }
      }
      serviceItem(code: $code) {
        feeUnit
        referenceSize
      }
      divisions {
        code
        nameZh
        nameEn
      }
    }
  `,
  [FeeScheduleFields],
)

/**
 * The calculator of an item: what stands in the address (`size`, `division`, `page`), and what each institution asks for that. A size
 * that can't be read is told beside its field; the fees shown are then those of the reference size.
 */
export async function loadFeeQuotes(args: LoaderFunctionArgs, code: string) {
  const { searchParams } = new URL(args.request.url)
  const typed = { size: searchParams.get('size') ?? '', division: searchParams.get('division') ?? '' }
  const { language } = await preferencesOf(args.request)
  const t = await serverText(args.request, 'fees')
  const size = readSize(typed.size)
  const asked = { code, division: typed.division || null, page: Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1) }
  const first = await runOperation(args, feeQuotesDocument, { ...asked, size: Number.isNaN(size) ? -1 : size })
  const isRefused = first.feeQuotes?.__typename === 'ValidationError'
  const problems = first.feeQuotes?.__typename === 'ValidationError' ? first.feeQuotes.fields : []
  const answer = isRefused ? await runOperation(args, feeQuotesDocument, { code, size: null, division: null, page: 1 }) : first
  const quotes = answer.feeQuotes?.__typename === 'FeeQuotes' ? answer.feeQuotes : null
  const unit = answer.serviceItem?.feeUnit ?? null
  const isWrong = (path: string) => problems.some((one) => one.path === path)
  return {
    typed: { ...typed, size: typed.size || (unit ? String(answer.serviceItem?.referenceSize ?? '') : '') },
    unit,
    quotes,
    sizeError:
      isWrong('size') && unit ? t('calculator.sizeInvalid', { unit: t(`unit.${unit}`), decimals: feeUnitDecimals[unit] }) : undefined,
    divisionError: isWrong('divisionCode') ? t('calculator.unknownDivision') : undefined,
    divisions: answer.divisions.map((division) => ({ value: division.code, label: nameIn(language, division) })),
  }
}
export type QuotesView = Awaited<ReturnType<typeof loadFeeQuotes>>
