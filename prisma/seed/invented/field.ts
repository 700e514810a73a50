/** What is asked for one service item: fees and days are plausible magnitudes for the demonstration, no statistics. */
export type ItemRange = readonly [code: string, minYuan: number, maxYuan: number, minDays: number, maxDays: number]

/** A line of business of invented intermediaries. */
export interface Field {
  /** Follows the brand in the firm's name. */
  readonly nameZh: string
  /** Weight: of some hundred firms, how many are of this line. */
  readonly share: number
  readonly legalForm: string
  /** The practitioners' professional title. */
  readonly title: string
  readonly introduction: string
  readonly items: readonly ItemRange[]
}

export const company = '有限责任公司'
export const limited = '有限公司'
