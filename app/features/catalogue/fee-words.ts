import { formatFen } from '#domain/kernel/money.ts'
import type { FeeDescription, FeeLine } from '#domain/catalogue/describe-fee.ts'
import type { FeeUnit } from '#domain/catalogue/fee-schedule.ts'
import type { Texts } from '#app/i18n/texts.ts'
import type { Translator } from '#app/i18n/translate.ts'

export type FeeTexts = Translator<Texts['fees']>

/** '1,250.5': a size as people write it. */
const plain = (size: number): string => size.toLocaleString('en-US', { maximumFractionDigits: 2 })

/** '1,250.5 平方米' */
export const sizeWords = (size: number, unit: FeeUnit, t: FeeTexts): string =>
  t('words.size', { size: plain(size), unit: t(`unit.${unit}`) })

/** 15000 ppm → '1.5': parts per million as per cent, to the last digit. */
export const percentOf = (ppm: number): string => String(ppm / 10_000)

/** What a schedule says, a phrase for each of its lines and bounds. */
export function feeWords({ kind, unit, feeFen, lines, minFen, maxFen }: FeeDescription, t: FeeTexts): readonly string[] {
  if (kind === 'FIXED' || unit === null) return [feeFen === 0 ? t('words.free') : t('words.fixed', { fee: formatFen(feeFen ?? 0) })]
  const bounds = [
    ...(minFen === null ? [] : [t('words.min', { fee: formatFen(minFen) })]),
    ...(maxFen === null ? [] : [t('words.max', { fee: formatFen(maxFen) })]),
  ]
  if (kind !== 'TIERED') return [...lines.map((line) => rateWords(line, unit, t)), ...bounds]
  return [...lines.map((line) => tierWords(line, unit, t)), ...bounds]
}

/** The same in one line. */
export const feeSentence = (schedule: FeeDescription, t: FeeTexts): string => feeWords(schedule, t).join(t.language === 'en' ? '; ' : '；')

function rateWords({ feeFenPerUnit, ratePpm }: FeeLine, unit: FeeUnit, t: FeeTexts): string {
  if (ratePpm !== null) return t('words.percent', { percent: percentOf(ratePpm) })
  return t('words.perUnit', { unit: t(`unit.${unit}`), fee: formatFen(feeFenPerUnit ?? 0) })
}

function tierWords(line: FeeLine, unit: FeeUnit, t: FeeTexts): string {
  const { above, upTo } = line
  const values = { above: plain(above), upTo: plain(upTo ?? 0), unit: t(`unit.${unit}`), rate: rateWords(line, unit, t) }
  if (upTo === null) return above === 0 ? t('words.onlyTier', values) : t('words.lastTier', values)
  return above === 0 ? t('words.firstTier', values) : t('words.middleTier', values)
}
