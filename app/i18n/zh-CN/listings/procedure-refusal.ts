/** Why a step of investigation, service or hearing is refused, and what waits for somebody else. */
export const procedureRefusal = {
  NOTICE_NOT_SERVED: '告知书还没有送达当事人。请先登记送达。',
  SERVED_BEFORE: '这份文书已经送达过。',
  SERVED_BEFORE_ISSUE: '送达日期不能早于文书作出的日期（{issuedOn}）',
  SERVICE_METHOD_REQUIRED: '当事人没有平台账户，请选择其他送达方式。',
  INVESTIGATION_EXTENDED_BEFORE: '调查期限只能延长一次。',
  INVESTIGATION_OVERDUE: '调查期限已于 {investigationDueOn} 届满，不能再延长。请尽快发出告知书或者结案。',
  RECORD_IN_FUTURE: '笔录的时间不能晚于现在。',
  NOT_JOINABLE: '这类案件不能并案。',
  PARTY_IN_CASE: '该当事人已在本案中。',
  HEARING_REQUESTED_BEFORE: '本案已经要求过听证。',
  HEARING_OPEN: '听证尚未结束，不能作出决定。',
  WRONG_HEARING_STATE: '听证目前不能进行这一步。请刷新页面查看进度。',
  HEARING_IS_A_RIGHT: '这类违规的当事人有要求听证的权利，不能拒绝。',
  HEARING_TOO_SOON: '至少提前 7 个工作日通知，听证最早在 {afterOn} 之后举行。',
  HEARING_NOT_BEGUN: '听证时间还没有到。',
  NOT_PRESIDER_OF_HEARING: '由听证主持人办理。',
}
