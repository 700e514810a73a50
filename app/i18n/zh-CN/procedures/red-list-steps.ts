/** 红名单 */
export const redListSteps = {
  RED_LIST_NOMINATED_AUTHORITY: '主管部门推荐',
  RED_LIST_NOMINATED_CRITERIA: '系统按公布的条件发现',
  RED_LIST_PUBLICITY_STARTED: '启动公示，{publicFromOn} 至 {publicUntilOn}',
  RED_LIST_TURNED_DOWN: '不予公示',
  RED_LIST_WITHDRAWN: '推荐部门撤回',
  RED_LIST_OBJECTED: '收到异议 {number}，{answerDueOn} 前答复',
  RED_LIST_OBJECTION_UPHELD: '异议 {number} 成立',
  RED_LIST_OBJECTION_REJECTED: '异议 {number} 不成立',
  RED_LIST_LISTED: '决定列入红名单 {decisionNumber}',
  RED_LIST_NOT_LISTED: '决定不列入 {decisionNumber}',
  RED_LIST_REVIEW_KEPT: '年度复核：保留 {number}',
  RED_LIST_REVIEW_REMOVED: '年度复核：移出 {number}',
  RED_LIST_REMOVED: '因 {cause} 移出 {number}',
  RED_LIST_RESTORED: '引发移出的条目 {cause} 已撤销，恢复 {number}',
}
