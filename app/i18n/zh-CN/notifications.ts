/** What a party is told, by the topic of the event. */
export const texts = {
  title: '消息',
  lead: '与您有关的办理进展和法律文书。消息本身不是文书，期限以文书所载为准。',
  empty: '没有消息。',
  unread: '未读',
  markRead: '全部标为已读',
  open: '查看',
  kind: {
    entriesListed: '入驻申请 {number} 公示期满，您的机构已在登记册中，可以被选取。',
    engagementsChosen: '您的机构被选中，委托编号 {number}。',
    engagementsDelivered: '委托 {number} 的成果已提交，请查收并评价。',
    catalogueItemChanged: '服务事项“{item}”（{number}）的清单内容已调整，请核对您的服务项目。',
    catalogueItemCancelled: '服务事项“{item}”（{number}）已由{cancelledBy}取消，您的该项服务不再供选取；已成立的委托照常履行。',
    intermediariesChangeDecided: '变更申请 {number} 已有审查结果。',
    intermediariesExited: '在办事项已全部办结，贵机构的退出已生效。',
    intermediariesQualificationExpiring:
      '资质“{name}”（{number}）将于 {untilOn} 到期。到期次日起不能承接需要该资质的事项，请及时申请换证变更。',
    listingsNoticeServed: '案件 {number}：已向您送达告知书。您可以在 {defenceDueOn} 前陈述、申辩。',
    listingsSuspended: '案件 {number}：已作出临时暂停措施，理由和期限见案件。',
    listingsDecided: '案件 {number}：已作出决定，决定书载明依据、理由和申诉期限。',
    acceptanceDecided: '办件 {number} 的受理结果已作出。',
    commitmentsBreachRecorded: '承诺 {number} 未按期履行（期限 {dueOn}），已记入。有不可抗力或部门原因的，可以提出异议。',
    commitmentsObjectionDecided: '对承诺 {number} 的异议已有结果。',
  },
}
