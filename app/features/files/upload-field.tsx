import { useText } from '#app/page-context.tsx'
import { Button } from '#app/ui/button.tsx'
import type { FieldProps } from '#app/ui/field.tsx'
import { controlProps, Field } from '#app/ui/field.tsx'
import { ProgressBar } from '#app/ui/progress-bar.tsx'
import { useUpload } from './use-upload.ts'

const accepted = '.pdf,.ofd,.png,.jpg,.jpeg,.tif,.tiff,.docx,.xlsx,.pptx,.dwg,.zip'

/**
 * One file of an engagement. With scripts it is sent ahead in pieces, with progress, and the form carries its key (`fileId`); without, or while
 * that isn't done, the form carries the file itself (`file`). The form needs `hasFiles`.
 */
export function UploadField({ engagementNumber, ...field }: FieldProps & { readonly engagementNumber: string }) {
  const t = useText('contracts')
  const { upload, pick, goOn } = useUpload(engagementNumber)
  const isSent = upload.status === 'SENT'
  const error = upload.status === 'REFUSED' ? upload.text : field.error
  const shown = { ...field, error }
  return (
    <Field field={shown}>
      <input
        {...controlProps(shown)}
        // What is there already need not travel again.
        name={isSent ? undefined : field.name}
        type="file"
        accept={accepted}
        className="input-file"
        onChange={(event) => {
          pick(event.target.files?.[0])
        }}
      />
      {isSent && <input type="hidden" name="fileId" value={upload.key} />}
      {upload.status === 'SENDING' && <ProgressBar label={t('file.sending', { name: upload.name })} value={upload.percent} />}
      <p role="status" className="small">
        {isSent && t('file.sent', { name: upload.name })}
        {upload.status === 'BROKEN' && t('file.failed')}
      </p>
      {upload.status === 'BROKEN' && (
        <Button look="ghost" isSmall onClick={goOn}>
          {t('file.goOn')}
        </Button>
      )}
    </Field>
  )
}
