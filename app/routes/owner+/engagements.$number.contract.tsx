import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ContractPaper } from '#app/features/engagements/contract-paper.tsx'
import { loadContractPaper } from '#app/features/engagements/load-contract-paper.server.ts'
import { titleMeta } from '#app/shell/title-meta.ts'

export const meta = titleMeta

export const loader = (args: LoaderFunctionArgs) => loadContractPaper(args, 'OWNER')

/** 合同要点 on A4. */
export default function OwnerContractPaper() {
  return <ContractPaper {...useLoaderData<typeof loader>()} />
}
