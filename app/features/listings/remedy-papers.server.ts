import type { LoaderFunctionArgs } from '@remix-run/node'
import { graphql } from '#app/graphql.ts'
import { serverText } from '#app/i18n/texts.server.ts'
import { runOperation } from '#app/operation.server.ts'
import { qrModules } from '#app/ui/qr-code.server.ts'

const AppealPaperDocument = graphql(`
  query AppealPaper($number: String!) {
    appeal(number: $number) {
      number
      state
      filedAt
      grounds
      request
      decisionNumber
      decidedAt
      decisionBasis
      decisionReasons
      newUntilOn
      ruleSetVersion
      party {
        name
        code
      }
      case {
        number
        decisionNumber
      }
    }
  }
`)

const RepairPaperDocument = graphql(`
  query RepairPaper($number: String!) {
    creditRepair(number: $number) {
      number
      state
      filedAt
      correction
      performance
      commitment
      decisionNumber
      decidedAt
      decisionBasis
      decisionReasons
      ruleSetVersion
      party {
        name
        code
      }
      entry {
        number
      }
    }
  }
`)

const DelistingPaperDocument = graphql(`
  query DelistingPaper($number: String!) {
    delisting(entryNumber: $number) {
      number
      list
      end
      fromOn
      endedOn
      reason
      delistingNumber
      ruleSetVersion
      party {
        name
        code
      }
    }
  }
`)

/** 复核决定书, for its party and the officials. @throws Response 404 before it is decided */
export async function loadAppealPaper({ request, context, params }: LoaderFunctionArgs) {
  const { appeal } = await runOperation({ request, context }, AppealPaperDocument, { number: params['number'] ?? '' })
  if (!appeal?.decisionNumber) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'listings')
  return { title: `${t('remedyPaper.appeal')} ${appeal.decisionNumber}`, of: appeal, qr: qrModules(request.url) }
}

/** 信用修复决定书, for its party and the officials. @throws Response 404 before it is decided */
export async function loadRepairPaper({ request, context, params }: LoaderFunctionArgs) {
  const { creditRepair } = await runOperation({ request, context }, RepairPaperDocument, { number: params['number'] ?? '' })
  if (!creditRepair?.decisionNumber) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'listings')
  return { title: `${t('remedyPaper.repair')} ${creditRepair.decisionNumber}`, of: creditRepair, qr: qrModules(request.url) }
}

/** 移出决定书 of an entry that was ended before its last day. @throws Response 404 for any other */
export async function loadDelistingPaper({ request, context, params }: LoaderFunctionArgs) {
  const { delisting } = await runOperation({ request, context }, DelistingPaperDocument, { number: params['number'] ?? '' })
  if (!delisting) throw new Response(null, { status: 404 })
  const t = await serverText(request, 'listings')
  return { title: `${t('remedyPaper.delisting')} ${delisting.delistingNumber}`, of: delisting, qr: qrModules(request.url) }
}
