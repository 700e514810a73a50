/** Steps of a report or complaint, as whoever holds the receipt reads them; the opening of the sealed part only officials do. */
export const complaintSteps = {
  COMPLAINT_RECEIVED: '收到投诉举报，{answerDueOn} 前答复',
  COMPLAINT_TAKEN_UP: '已受理',
  COMPLAINT_HANDED_OVER: '更换承办人员',
  COMPLAINT_TRANSFERRED: '不属于原单位职责，转{office}办理',
  COMPLAINT_EXTENDED: '情况复杂，延期至 {answerDueOn} 前答复',
  COMPLAINT_NOT_ADMITTED: '不予受理，已说明理由',
  COMPLAINT_SUBSTANTIATED: '办结：查实',
  COMPLAINT_UNSUBSTANTIATED: '办结：查否',
  COMPLAINT_UNSEALED: '打开密封信息，理由：{reason}',
}
