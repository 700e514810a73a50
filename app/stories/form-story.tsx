import type { FormResult } from '#app/form-state.ts'
import { useFormState } from '#app/form-state.ts'
import { CheckboxField, RadioField } from '#app/ui/choice-field.tsx'
import { DateField } from '#app/ui/date-field.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormFrame } from '#app/ui/form-frame.tsx'
import { SelectField } from '#app/ui/select-field.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextAreaField } from '#app/ui/text-area-field.tsx'
import { TextField } from '#app/ui/text-field.tsx'

const labels = {
  code: '统一社会信用代码',
  fee: '收费',
  reason: '理由',
  district: '区域',
  mode: '受理方式',
  materials: '已收材料',
  dueOn: '补齐期限',
  evidence: '证据',
}

export function FormStory({ result, mutationId }: { readonly result: FormResult | undefined; readonly mutationId: string }) {
  const form = useFormState({ result, labels, defaults: { dueOn: '2026-12-04', materials: ['a'] } })
  return (
    <FormFrame form={form} mutationId={mutationId} hasFiles>
      <TextField {...form.field('code')} hint="18 位，可带空格" width="code" spellCheck={false} />
      <TextField {...form.field('fee')} width="number" inputMode="decimal" unit="元" />
      <TextAreaField {...form.field('reason')} />
      <SelectField
        {...form.field('district')}
        empty="请选择"
        options={[
          { value: '410102', label: '中原区' },
          { value: '410103', label: '二七区' },
        ]}
      />
      <RadioField
        {...form.field('mode')}
        choices={[
          { value: 'TOLERANT', label: '容缺受理', detail: '缺 1 件非主要材料，书面承诺限期补齐。' },
          { value: 'CORRECTION', label: '一次性告知补正', detail: '出具补正通知书，补齐后受理。' },
          { value: 'HANDLING', label: '容缺办理', refusal: '不适用：所缺材料不涉及申请人身份（郑州 2018 三（六））。' },
        ]}
      />
      <CheckboxField
        {...form.field('materials')}
        choices={[
          { value: 'a', label: '申请书' },
          { value: 'b', label: '身份证明' },
        ]}
      />
      <DateField {...form.field('dueOn')} min="2026-11-23" describe={(day) => (day === '2026-12-04' ? '第 10 个工作日' : '')} />
      <FileField {...form.field('evidence')} isOptional hint="PDF 或图片，不超过 10 MB" accept=".pdf,image/*" />
      <SubmitButton>提交</SubmitButton>
    </FormFrame>
  )
}
