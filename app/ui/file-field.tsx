import { useNavigation } from '@remix-run/react'
import { useText } from '#app/page-context.tsx'
import type { FieldProps } from './field.tsx'
import { controlProps, Field } from './field.tsx'

/** Files to send; while they are on their way a bar says so. The form needs `hasFiles`. */
export function FileField({
  accept,
  isMultiple = false,
  ...field
}: FieldProps & { readonly accept?: string; readonly isMultiple?: boolean }) {
  const t = useText('form')
  const navigation = useNavigation()
  const isSending = navigation.state !== 'idle' && Boolean(navigation.formData?.has(field.name))
  return (
    <Field field={field}>
      <input {...controlProps(field)} type="file" accept={accept} multiple={isMultiple} className="input-file" />
      {isSending && (
        <label className="progress">
          <span>{t('uploading')}</span>
          <progress />
        </label>
      )}
    </Field>
  )
}
