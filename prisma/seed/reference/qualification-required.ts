/**
 * How qualification_zh begins when no certificate is needed: 无 (none, or the licence was abolished), 条文未规定 (the text names none),
 * 国家条例未设 (the national regulation has none), 具备… and 符合… (abilities and conditions, which no certificate proves).
 * Ours (evidence D): the column is background knowledge and in words; see data/README.md.
 */
const withoutCertificate = ['无', '条文未规定', '国家条例未设', '具备', '符合']

/** Whether an intermediary must hold a qualification certificate for the item. */
export function isQualificationRequired(qualificationZh: string): boolean {
  return qualificationZh !== '' && !withoutCertificate.some((beginning) => qualificationZh.startsWith(beginning))
}
