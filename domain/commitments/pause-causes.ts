/** Why a time limit may stand still 时限中止: a promised material is awaited, experts look, the public is heard. Nothing else does it. */
export const pauseCauses = ['SUPPLEMENT', 'EXPERT_REVIEW', 'PUBLICITY'] as const
export type PauseCause = (typeof pauseCauses)[number]
