/** Signing in and out. */
export const texts = {
  signIn: {
    title: '登录',
    lead: '申请人、中介服务机构和各部门工作人员在此登录。查找机构、名单和指南不需要登录。',
    email: '电子邮箱',
    password: '密码',
    submit: '登录',
    demoTitle: '演示账号',
    demoLead: '以下账号均为虚构，密码都是 {password}。',
    demoRole: '角色',
    demoName: '姓名',
    demoTry: '可以试什么',
  },
  refusal: {
    INVALID_CREDENTIALS: '邮箱或密码不对。请核对后重试；忘记密码的，请联系本单位管理员。',
    TOO_MANY_ATTEMPTS: '尝试次数过多，请 {retryAfterSeconds} 秒后再试。',
    ACCOUNT_DISABLED: '账号已停用。请联系本单位管理员。',
    ONE_TIME_PASSWORD_EXPIRED: '一次性密码已过期，请向管理员再要一个。',
    ACCOUNT_LOCKED: '账号已暂时锁定，请稍后再试。',
  },
  role: {
    APPLICANT: '申请人',
    INTERMEDIARY: '中介服务机构',
    WINDOW_OFFICER: '窗口人员',
    AGENCY_MANAGER: '审批部门负责人',
    INVESTIGATOR: '调查人员',
    DECIDER: '决定人员',
    APPEAL_REVIEWER: '申诉复核人员',
    REFORM_OFFICE: '政务服务改革办',
    AUDITOR: '审计人员',
    ADMINISTRATOR: '平台管理员',
  },
}
