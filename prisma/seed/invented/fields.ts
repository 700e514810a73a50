import type { Field } from './field.ts'
import { buildingFields } from './fields/building.ts'
import { environmentFields } from './fields/environment.ts'
import { inspectionFields } from './fields/inspection.ts'
import { serviceFields } from './fields/services.ts'

/**
 * The lines of business of the invented intermediaries, with what each offers. Days are short enough to end within the year whose
 * calendar is loaded. In this order: who is invented depends on it.
 */
export const fields: readonly Field[] = [...environmentFields, ...buildingFields, ...inspectionFields, ...serviceFields]
