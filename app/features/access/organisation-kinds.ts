/** Public bodies, which an administrator enters. */
export const bodyKinds = ['AGENCY', 'REGULATOR', 'REFORM_OFFICE', 'PLATFORM'] as const
/** All kinds; firms come in by the register. */
export const organisationKinds = [...bodyKinds, 'INTERMEDIARY', 'ENTERPRISE'] as const
