/** Why an intermediary can't be chosen for an item: one text a refusal code of the choice. */
export const texts = {
  ITEM_CANCELLED: '该事项已被取消（{cancelledBy}），任何人不得要求、提供或选取。',
  NOT_OFFERED: '该机构不提供这个事项，或者不在这个区域提供。',
  INTERMEDIARY_NOT_LISTED: '该机构已退出本平台。',
  INTERMEDIARY_BLACKLISTED: '该机构已列入黑名单，至 {until} 不得提供中介服务。依据：{clause}',
  INTERMEDIARY_BLACKLISTED_OPEN: '该机构已列入黑名单，不得提供中介服务。依据：{clause}',
  INTERMEDIARY_SUSPENDED: '该机构被临时暂停服务，至 {until}。依据：{clause}',
  QUALIFICATION_MISSING: '该机构没有登记办理这个事项所需的资质。',
  QUALIFICATION_EXPIRED: '该机构办理这个事项的资质已于 {validUntilOn} 到期。',
  AFFILIATED_WITH_AGENCY: '该机构与审批部门（{agency}）存在隶属或主管关系，不得承接该部门审批事项的中介服务。',
  FEE_INVALID: '该机构登记的收费无效。',
  FEE_OVER_CEILING: '该机构登记的收费超过政府定价或指导价上限。',
  OTHER: '目前不能选取该机构办理这个事项。',
}
