import { useState } from 'react'
import { isCalendarDay } from '#domain/kernel/calendar-day.ts'
import { formatDay } from '#app/i18n/format.ts'
import { usePage } from '#app/page-context.tsx'
import type { FieldProps } from './field.tsx'
import { controlProps, Field } from './field.tsx'

/** A calendar day. Says its weekday and, by `describe`, what the day means: 'the 10th working day'. Days are 'YYYY-MM-DD'. */
export function DateField({
  min,
  max,
  describe,
  ...field
}: FieldProps & { readonly min?: string; readonly max?: string; readonly describe?: (day: string) => string }) {
  const { language } = usePage()
  const [day, setDay] = useState(field.value ?? '')
  return (
    <Field field={field}>
      <div className="with-unit">
        <input
          {...controlProps(field)}
          type="date"
          min={min}
          max={max}
          defaultValue={field.value}
          className="input input-code"
          onChange={(event) => setDay(event.target.value)}
        />
        <output htmlFor={field.id} className="mute">
          {isCalendarDay(day) && `${formatDay(day, language)} ${describe?.(day) ?? ''}`}
        </output>
      </div>
    </Field>
  )
}
