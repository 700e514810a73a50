/** The steps of verifying a promise, and of finding it untrue. */
export const verificationSteps = {
  VERIFICATION_OPENED: '列入核查，期限 {dueOn}',
  VERIFICATION_TRUE: '核查结果：属实',
  VERIFICATION_DOUBTED: '核查结果：涉嫌不实，已告知申请人',
  VERIFICATION_DROPPED: '承诺已终止，不再核查',
  UNTRUE_NOTICE_SERVED: '告知书 {number} 于 {servedOn} 送达，陈述申辩截止 {defenceDueOn}',
  UNTRUE_DEFENCE_FILED: '收到陈述申辩',
  UNTRUE_FOUND: '作出决定 {decisionNumber}：认定承诺不实，{servedOn} 送达',
  UNTRUE_NOT_FOUND: '作出决定 {decisionNumber}：不予认定，{servedOn} 送达',
  UNTRUE_BODIES_TOLD: '告知有关单位：{bodies}',
}
