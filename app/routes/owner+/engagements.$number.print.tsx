import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { EngagementFacts } from '#app/features/engagements/engagement-facts.tsx'
import { loadEngagement } from '#app/features/engagements/load-engagement.server.ts'
import { useText } from '#app/page-context.tsx'
import { titleMeta } from '#app/shell/title-meta.ts'
import { Instant } from '#app/ui/day.tsx'
import { PrintButton, PrintSheet } from '#app/ui/print-sheet.tsx'
import { qrModules } from '#app/ui/qr-code.server.ts'
import { QrCode } from '#app/ui/qr-code.tsx'

export const meta = titleMeta

export async function loader(args: LoaderFunctionArgs) {
  const loaded = await loadEngagement(args, 'OWNER')
  return { ...loaded, qr: qrModules(new URL(`/intermediaries/${loaded.engagement.intermediary.uscc}`, args.request.url).href) }
}

/** 选取凭证 on A4. */
export default function EngagementPaper() {
  const { engagement, qr } = useLoaderData<typeof loader>()
  const t = useText('engagements')
  return (
    <>
      <PrintButton />
      <PrintSheet
        title={t('detail.printTitle')}
        number={engagement.number}
        qr={<QrCode code={qr} label={t('detail.verify')} caption={t('detail.verify')} />}
        signature={<Instant at={engagement.chosenAt} />}
      >
        <p>{t('detail.printText')}</p>
        <EngagementFacts of={engagement} />
      </PrintSheet>
    </>
  )
}
