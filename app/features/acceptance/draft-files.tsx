import { FileLink } from '#app/features/files/file-link.tsx'
import { nameIn } from '#app/features/listings/name-in.ts'
import { useFormState } from '#app/form-state.ts'
import type { FormResult } from '#app/form-state.ts'
import { usePage, useText } from '#app/page-context.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { CaseData } from './documents.server.ts'

/** The materials of a draft with what is in hand for each; a file may be taken out again. */
export function DraftFiles({
  of,
  result,
}: {
  readonly of: Pick<CaseData, 'version' | 'materials'>
  readonly result: FormResult | undefined
}) {
  const t = useText('intake')
  const acceptance = useText('acceptance')
  const contracts = useText('contracts')
  const { language } = usePage()
  const form = useFormState({ result, labels: {} })
  return (
    <ol>
      {of.materials.map(({ material, files, presence, deliverable }) => (
        <li key={material.seq} className="mb-4">
          {nameIn(language, material)}{' '}
          <Badge tone={material.isEssential ? 'brand' : 'neutral'}>
            {material.isEssential ? acceptance('new.essential') : acceptance('new.deferrable')}
          </Badge>{' '}
          {presence === 'PRESENT' && <Badge tone="ok">{t('draft.onPaperMark')}</Badge>}
          {deliverable && <div className="small">{contracts('attach.attached', { number: deliverable.engagementNumber })}</div>}
          {files.length === 0 && presence !== 'PRESENT' && !deliverable && <div className="small mute">{t('draft.nothing')}</div>}
          {files.map((file) => (
            <div key={file.key}>
              <FileLink file={file} />
              <FormFrame form={form}>
                <input type="hidden" name="version" value={of.version} />
                <input type="hidden" name="fileKey" value={file.key} />
                <SubmitButton name="intent" value="REMOVE" look="ghost" isSmall>
                  {t('handIn.remove', { name: file.fileName })}
                </SubmitButton>
              </FormFrame>
            </div>
          ))}
        </li>
      ))}
    </ol>
  )
}
