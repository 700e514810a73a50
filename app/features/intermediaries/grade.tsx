import { useText } from '#app/page-context.tsx'
import { GradeBadge } from '#app/ui/grade-badge.tsx'

export const gradeLetters = ['A', 'B', 'C', 'D', 'N', 'E'] as const
export type GradeLetter = (typeof gradeLetters)[number]

/** Narrows what the API sends; a letter it doesn't know counts as not rated. */
export const toGrade = (letter: string): GradeLetter => gradeLetters.find((one) => one === letter) ?? 'N'

/** The grade in its ring, with its meaning for those who don't see it. */
export function Grade({ letter, isLarge = false }: { readonly letter: string; readonly isLarge?: boolean }) {
  const t = useText('intermediaries')
  const grade = toGrade(letter)
  return <GradeBadge letter={grade} label={t('grade.label', { grade, meaning: t(`grade.${grade}`) })} isLarge={isLarge} />
}
