/** An institution's own entry in the register, how it is changed, and who checks that. */
export const texts = {
  tabs: {
    label: '本机构',
    overview: '总览',
    profile: '基本信息',
    qualifications: '资质',
    practitioners: '从业人员',
    affiliations: '关联关系',
    offerings: '服务项目',
    credit: '信用',
    changes: '变更记录',
    exit: '退出',
  },
}
