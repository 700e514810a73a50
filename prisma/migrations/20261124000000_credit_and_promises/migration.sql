-- Rating rules as published data, hearings, appeals, repairs, objections, complaints, the red list's procedure; intake, promises and their truth in full.

-- CreateEnum
CREATE TYPE "IntakeChannel" AS ENUM ('WINDOW', 'ONLINE', 'POST', 'SYSTEM');

-- CreateEnum
CREATE TYPE "PauseCause" AS ENUM ('SUPPLEMENT', 'EXPERT_REVIEW', 'PUBLICITY');

-- CreateEnum
CREATE TYPE "SignatureMethod" AS ENUM ('TYPED', 'PAPER_IMAGE');

-- CreateEnum
CREATE TYPE "DeliveryChannel" AS ENUM ('COUNTER', 'UPLOAD', 'ENGAGEMENT');

-- CreateEnum
CREATE TYPE "ComplaintKind" AS ENUM ('REPORT', 'COMPLAINT');

-- CreateEnum
CREATE TYPE "ComplaintState" AS ENUM ('RECEIVED', 'HANDLING', 'TRANSFERRED', 'SUBSTANTIATED', 'UNSUBSTANTIATED', 'NOT_ADMITTED');

-- CreateEnum
CREATE TYPE "Procedure" AS ENUM ('VIOLATION_CASE', 'APPEAL', 'CREDIT_REPAIR', 'RED_LIST', 'DATA_OBJECTION', 'COMPLAINT', 'APPROVAL_CASE', 'COMMITMENT', 'VERIFICATION', 'UNTRUE_FINDING');

-- CreateEnum
CREATE TYPE "Audience" AS ENUM ('OFFICIALS', 'PARTIES', 'PUBLIC');

-- CreateEnum
CREATE TYPE "ServiceMethod" AS ENUM ('PLATFORM', 'IN_PERSON', 'POST', 'PUBLIC_NOTICE');

-- CreateEnum
CREATE TYPE "RuleSetState" AS ENUM ('DRAFT', 'PUBLISHED', 'DISCARDED');

-- CreateEnum
CREATE TYPE "RunState" AS ENUM ('PENDING', 'RUNNING', 'DONE', 'FAILED');

-- CreateEnum
CREATE TYPE "HearingState" AS ENUM ('REQUESTED', 'REFUSED', 'SCHEDULED', 'HELD', 'WAIVED');

-- CreateEnum
CREATE TYPE "RecordKind" AS ENUM ('INSPECTION', 'INTERVIEW', 'DOCUMENT_REQUEST');

-- CreateEnum
CREATE TYPE "AppealState" AS ENUM ('FILED', 'UNDER_REVIEW', 'ANNULLED', 'VARIED', 'UPHELD', 'NOT_ADMITTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "RepairState" AS ENUM ('FILED', 'GRANTED', 'REFUSED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DataTarget" AS ENUM ('CREDIT_EVENT', 'LIST_ENTRY', 'REVIEW', 'ASSESSMENT', 'REGISTER_FIELD', 'SUBJECT_FIELD');

-- CreateEnum
CREATE TYPE "NominationOrigin" AS ENUM ('CRITERIA', 'AUTHORITY');

-- CreateEnum
CREATE TYPE "NominationState" AS ENUM ('NOMINATED', 'PUBLICITY', 'LISTED', 'NOT_LISTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "YearlyReviewState" AS ENUM ('OPEN', 'KEPT', 'REMOVED');

-- CreateEnum
CREATE TYPE "VerificationState" AS ENUM ('OPEN', 'TRUE', 'DOUBTED', 'DROPPED');

-- CreateEnum
CREATE TYPE "UntrueState" AS ENUM ('NOTICED', 'DEFENCE_FILED', 'FOUND', 'NOT_FOUND');

-- AlterEnum
ALTER TYPE "ApprovalCaseState" ADD VALUE 'DRAFT';

-- AlterEnum
ALTER TYPE "ImportKind" ADD VALUE 'CASES';

-- AlterEnum
ALTER TYPE "ListEntryStatus" ADD VALUE 'REMOVED';

-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN     "responsibleUserId" UUID;

-- AlterTable
ALTER TABLE "ApprovalCase" ADD COLUMN     "acceptanceNumber" TEXT,
ADD COLUMN     "channel" "IntakeChannel" NOT NULL DEFAULT 'WINDOW',
ADD COLUMN     "correctionNoticedAt" TIMESTAMPTZ(3),
ADD COLUMN     "correctionNumber" TEXT,
ADD COLUMN     "externalNumber" TEXT,
ADD COLUMN     "filedById" UUID,
ADD COLUMN     "isDeemedAccepted" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "nonAcceptanceNumber" TEXT,
ADD COLUMN     "projectCode" TEXT,
ALTER COLUMN "officerId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Commitment" ADD COLUMN     "extendedAt" TIMESTAMPTZ(3),
ADD COLUMN     "extendedById" UUID,
ADD COLUMN     "extendedFromOn" DATE,
ADD COLUMN     "extensionReasons" TEXT,
ADD COLUMN     "nextDueOn" DATE,
ADD COLUMN     "publicFromOn" DATE,
ADD COLUMN     "publicUntilOn" DATE,
ADD COLUMN     "signatureMethod" "SignatureMethod" NOT NULL DEFAULT 'TYPED',
ADD COLUMN     "signedFileId" UUID;

-- AlterTable
ALTER TABLE "CommitmentItem" ADD COLUMN     "dueOn" DATE;

-- AlterTable
ALTER TABLE "CreditEvent" ADD COLUMN     "recordedById" UUID;

-- AlterTable
ALTER TABLE "CreditStanding" ADD COLUMN     "gradeOffList" TEXT NOT NULL DEFAULT 'N';

-- AlterTable
ALTER TABLE "ImportRun" ADD COLUMN     "organisationId" UUID;

-- AlterTable
ALTER TABLE "ListEntry" ADD COLUMN     "delistingNumber" TEXT,
ADD COLUMN     "nominationId" UUID;

-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "superiorId" UUID;

-- AlterTable
ALTER TABLE "StoredFile" ALTER COLUMN "uploadedById" DROP NOT NULL;

-- AlterTable
ALTER TABLE "ViolationCase" ADD COLUMN     "appealDueOn" DATE,
ADD COLUMN     "decisionServedOn" DATE,
ADD COLUMN     "investigationDueOn" DATE,
ADD COLUMN     "joinedToId" UUID;

-- CreateTable
CREATE TABLE "CaseMaterialFile" (
    "caseId" UUID NOT NULL,
    "materialId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CaseMaterialFile_pkey" PRIMARY KEY ("caseId","materialId","fileId")
);

-- CreateTable
CREATE TABLE "CasePause" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "cause" "PauseCause" NOT NULL,
    "basis" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE,
    "startedById" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedById" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CasePause_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ModeException" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "mode" "AcceptanceMode" NOT NULL,
    "refusalCode" TEXT NOT NULL,
    "reasons" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "grantedById" UUID NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ModeException_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CommitmentDelivery" (
    "id" UUID NOT NULL,
    "commitmentId" UUID NOT NULL,
    "materialSeq" INTEGER NOT NULL,
    "channel" "DeliveryChannel" NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3) NOT NULL,
    "deliveredById" UUID,
    "fileId" UUID,
    "deliverableId" UUID,
    "rejectedAt" TIMESTAMPTZ(3),
    "rejectReasons" TEXT,

    CONSTRAINT "CommitmentDelivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PublicityObjection" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "commitmentId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "contactCipher" TEXT,
    "filedById" UUID,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerDueOn" DATE NOT NULL,
    "state" "ObjectionState" NOT NULL DEFAULT 'FILED',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reasons" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PublicityObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Complaint" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "kind" "ComplaintKind" NOT NULL,
    "receiptHash" TEXT NOT NULL,
    "subjectId" UUID,
    "agencyId" UUID,
    "about" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "occurredOn" DATE,
    "engagementId" UUID,
    "isAnonymous" BOOLEAN NOT NULL,
    "contactCipher" TEXT,
    "filedById" UUID,
    "networkHash" TEXT,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "state" "ComplaintState" NOT NULL,
    "officeId" UUID NOT NULL,
    "handlerId" UUID,
    "answerDueOn" DATE NOT NULL,
    "extendedAt" TIMESTAMPTZ(3),
    "extensionReasons" TEXT,
    "transferDueOn" DATE NOT NULL,
    "transferredAt" TIMESTAMPTZ(3),
    "transferReasons" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "answer" TEXT,
    "violationCode" TEXT,
    "caseId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProcedureEvent" (
    "id" BIGSERIAL NOT NULL,
    "procedure" "Procedure" NOT NULL,
    "entityId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "organisationId" UUID,
    "audience" "Audience" NOT NULL,
    "facts" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ProcedureEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProcedureFile" (
    "id" UUID NOT NULL,
    "procedure" "Procedure" NOT NULL,
    "entityId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "audience" "Audience" NOT NULL,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ProcedureFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DocumentService" (
    "id" UUID NOT NULL,
    "procedure" "Procedure" NOT NULL,
    "entityId" UUID NOT NULL,
    "document" TEXT NOT NULL,
    "documentNumber" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "method" "ServiceMethod" NOT NULL,
    "servedOn" DATE NOT NULL,
    "note" TEXT,
    "recordedById" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DocumentService_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeadlineReminder" (
    "id" UUID NOT NULL,
    "sourceType" TEXT NOT NULL,
    "sourceId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "daysAhead" INTEGER NOT NULL,
    "remindedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeadlineReminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditRuleSetVersion" (
    "id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "organisationId" UUID,
    "serviceItemCodes" TEXT[],
    "state" "RuleSetState" NOT NULL DEFAULT 'DRAFT',
    "basedOn" TEXT NOT NULL,
    "effectiveFrom" DATE,
    "parameters" JSONB NOT NULL,
    "explanation" TEXT NOT NULL,
    "draftedById" UUID NOT NULL,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "publishedById" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "rowVersion" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CreditRuleSetVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RatingSimulation" (
    "id" UUID NOT NULL,
    "ruleSetId" UUID NOT NULL,
    "draftVersion" INTEGER NOT NULL,
    "asOf" DATE NOT NULL,
    "state" "RunState" NOT NULL DEFAULT 'PENDING',
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "subjectsDone" INTEGER NOT NULL DEFAULT 0,
    "subjectsTotal" INTEGER,
    "summary" JSONB,
    "lastError" TEXT,

    CONSTRAINT "RatingSimulation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SimulatedMove" (
    "simulationId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "gradeBefore" TEXT NOT NULL,
    "gradeAfter" TEXT NOT NULL,
    "scoreBefore" DOUBLE PRECISION,
    "scoreAfter" DOUBLE PRECISION,
    "reasons" JSONB NOT NULL,

    CONSTRAINT "SimulatedMove_pkey" PRIMARY KEY ("simulationId","subjectId")
);

-- CreateTable
CREATE TABLE "RatingRun" (
    "id" UUID NOT NULL,
    "ruleSetVersion" TEXT NOT NULL,
    "effectiveFrom" DATE NOT NULL,
    "state" "RunState" NOT NULL DEFAULT 'PENDING',
    "afterSubjectId" UUID,
    "rated" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RatingRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IndustryAssessment" (
    "id" UUID NOT NULL,
    "ruleSetId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "period" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "criteria" JSONB NOT NULL,
    "assessedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,
    "annulledAt" TIMESTAMPTZ(3),
    "annulReason" TEXT,

    CONSTRAINT "IndustryAssessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hearing" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "state" "HearingState" NOT NULL,
    "requestedById" UUID NOT NULL,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "requestReasons" TEXT NOT NULL,
    "presiderId" UUID,
    "scheduledFor" TIMESTAMPTZ(3),
    "place" TEXT,
    "isPublic" BOOLEAN NOT NULL DEFAULT true,
    "noticeNumber" TEXT,
    "notifiedAt" TIMESTAMPTZ(3),
    "refusedAt" TIMESTAMPTZ(3),
    "refusalReasons" TEXT,
    "heldAt" TIMESTAMPTZ(3),
    "attendees" TEXT,
    "record" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Hearing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InvestigationRecord" (
    "id" UUID NOT NULL,
    "caseId" UUID NOT NULL,
    "kind" "RecordKind" NOT NULL,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "place" TEXT NOT NULL,
    "counterpart" TEXT NOT NULL,
    "secondOfficer" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InvestigationRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "caseId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "filedById" UUID NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "grounds" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "state" "AppealState" NOT NULL,
    "answerDueOn" DATE NOT NULL,
    "reviewerId" UUID,
    "reviewStartedAt" TIMESTAMPTZ(3),
    "decisionNumber" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionBasis" TEXT,
    "decisionReasons" TEXT,
    "newUntilOn" DATE,
    "ruleSetVersion" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CreditRepair" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "entryId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "filedById" UUID NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "correction" TEXT NOT NULL,
    "performance" TEXT NOT NULL,
    "commitment" TEXT NOT NULL,
    "state" "RepairState" NOT NULL,
    "answerDueOn" DATE NOT NULL,
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNumber" TEXT,
    "decisionBasis" TEXT,
    "decisionReasons" TEXT,
    "ruleSetVersion" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CreditRepair_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataObjection" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "target" "DataTarget" NOT NULL,
    "targetId" UUID NOT NULL,
    "field" TEXT,
    "contested" TEXT NOT NULL,
    "proposed" TEXT,
    "statement" TEXT NOT NULL,
    "filedById" UUID NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerDueOn" DATE NOT NULL,
    "sourceAskedAt" TIMESTAMPTZ(3),
    "sourceAskedReason" TEXT,
    "state" "ObjectionState" NOT NULL DEFAULT 'FILED',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reasons" TEXT,
    "correction" JSONB,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DataObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RedListNomination" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "origin" "NominationOrigin" NOT NULL,
    "organisationId" UUID,
    "nominatedById" UUID,
    "nominatedAt" TIMESTAMPTZ(3) NOT NULL,
    "reasons" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "findings" JSONB NOT NULL,
    "state" "NominationState" NOT NULL,
    "publicFromOn" DATE,
    "publicUntilOn" DATE,
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNumber" TEXT,
    "decisionReasons" TEXT,
    "ruleSetVersion" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RedListNomination_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RedListObjection" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "nominationId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "contactCipher" TEXT,
    "filedById" UUID,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerDueOn" DATE NOT NULL,
    "state" "ObjectionState" NOT NULL DEFAULT 'FILED',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reasons" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RedListObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RedListReview" (
    "id" UUID NOT NULL,
    "entryId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "YearlyReviewState" NOT NULL DEFAULT 'OPEN',
    "findings" JSONB,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reasons" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RedListReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationPlan" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "organisationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,
    "share" DOUBLE PRECISION NOT NULL,
    "weights" JSONB NOT NULL,
    "drawRecord" JSONB NOT NULL,
    "dueOn" DATE NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VerificationPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerificationTask" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "planId" UUID,
    "commitmentId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "state" "VerificationState" NOT NULL DEFAULT 'OPEN',
    "assigneeId" UUID,
    "method" TEXT,
    "findings" TEXT,
    "checkedById" UUID,
    "checkedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "VerificationTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UntrueFinding" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "commitmentId" UUID NOT NULL,
    "state" "UntrueState" NOT NULL,
    "facts" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "noticedAt" TIMESTAMPTZ(3) NOT NULL,
    "defenceDueOn" DATE NOT NULL,
    "defenceText" TEXT,
    "defenceFiledAt" TIMESTAMPTZ(3),
    "deciderId" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNumber" TEXT,
    "decisionReasons" TEXT,
    "breachId" UUID,
    "ruleSetVersion" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "UntrueFinding_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "CasePause_caseId_idx" ON "CasePause"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "ModeException_caseId_mode_refusalCode_key" ON "ModeException"("caseId", "mode", "refusalCode");

-- CreateIndex
CREATE INDEX "CommitmentDelivery_commitmentId_materialSeq_idx" ON "CommitmentDelivery"("commitmentId", "materialSeq");

-- CreateIndex
CREATE UNIQUE INDEX "PublicityObjection_number_key" ON "PublicityObjection"("number");

-- CreateIndex
CREATE INDEX "PublicityObjection_commitmentId_idx" ON "PublicityObjection"("commitmentId");

-- CreateIndex
CREATE INDEX "PublicityObjection_state_answerDueOn_idx" ON "PublicityObjection"("state", "answerDueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_number_key" ON "Complaint"("number");

-- CreateIndex
CREATE INDEX "Complaint_state_answerDueOn_idx" ON "Complaint"("state", "answerDueOn");

-- CreateIndex
CREATE INDEX "Complaint_subjectId_idx" ON "Complaint"("subjectId");

-- CreateIndex
CREATE INDEX "Complaint_officeId_idx" ON "Complaint"("officeId");

-- CreateIndex
CREATE INDEX "Complaint_networkHash_receivedAt_idx" ON "Complaint"("networkHash", "receivedAt");

-- CreateIndex
CREATE INDEX "ProcedureEvent_procedure_entityId_id_idx" ON "ProcedureEvent"("procedure", "entityId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ProcedureFile_procedure_entityId_fileId_key" ON "ProcedureFile"("procedure", "entityId", "fileId");

-- CreateIndex
CREATE INDEX "DocumentService_procedure_entityId_idx" ON "DocumentService"("procedure", "entityId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentService_documentNumber_subjectId_key" ON "DocumentService"("documentNumber", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "DeadlineReminder_sourceType_sourceId_dueOn_daysAhead_key" ON "DeadlineReminder"("sourceType", "sourceId", "dueOn", "daysAhead");

-- CreateIndex
CREATE UNIQUE INDEX "CreditRuleSetVersion_version_key" ON "CreditRuleSetVersion"("version");

-- CreateIndex
CREATE INDEX "CreditRuleSetVersion_state_effectiveFrom_idx" ON "CreditRuleSetVersion"("state", "effectiveFrom");

-- CreateIndex
CREATE INDEX "RatingSimulation_ruleSetId_idx" ON "RatingSimulation"("ruleSetId");

-- CreateIndex
CREATE INDEX "RatingSimulation_state_idx" ON "RatingSimulation"("state");

-- CreateIndex
CREATE INDEX "SimulatedMove_simulationId_gradeBefore_gradeAfter_idx" ON "SimulatedMove"("simulationId", "gradeBefore", "gradeAfter");

-- CreateIndex
CREATE UNIQUE INDEX "RatingRun_ruleSetVersion_key" ON "RatingRun"("ruleSetVersion");

-- CreateIndex
CREATE INDEX "IndustryAssessment_subjectId_idx" ON "IndustryAssessment"("subjectId");

-- CreateIndex
CREATE INDEX "IndustryAssessment_ruleSetId_period_idx" ON "IndustryAssessment"("ruleSetId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "Hearing_number_key" ON "Hearing"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Hearing_caseId_key" ON "Hearing"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Hearing_noticeNumber_key" ON "Hearing"("noticeNumber");

-- CreateIndex
CREATE INDEX "Hearing_state_idx" ON "Hearing"("state");

-- CreateIndex
CREATE INDEX "InvestigationRecord_caseId_idx" ON "InvestigationRecord"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_number_key" ON "Appeal"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionNumber_key" ON "Appeal"("decisionNumber");

-- CreateIndex
CREATE INDEX "Appeal_caseId_idx" ON "Appeal"("caseId");

-- CreateIndex
CREATE INDEX "Appeal_subjectId_idx" ON "Appeal"("subjectId");

-- CreateIndex
CREATE INDEX "Appeal_state_answerDueOn_idx" ON "Appeal"("state", "answerDueOn");

-- CreateIndex
CREATE UNIQUE INDEX "CreditRepair_number_key" ON "CreditRepair"("number");

-- CreateIndex
CREATE UNIQUE INDEX "CreditRepair_decisionNumber_key" ON "CreditRepair"("decisionNumber");

-- CreateIndex
CREATE INDEX "CreditRepair_entryId_idx" ON "CreditRepair"("entryId");

-- CreateIndex
CREATE INDEX "CreditRepair_subjectId_idx" ON "CreditRepair"("subjectId");

-- CreateIndex
CREATE INDEX "CreditRepair_state_answerDueOn_idx" ON "CreditRepair"("state", "answerDueOn");

-- CreateIndex
CREATE UNIQUE INDEX "DataObjection_number_key" ON "DataObjection"("number");

-- CreateIndex
CREATE INDEX "DataObjection_target_targetId_idx" ON "DataObjection"("target", "targetId");

-- CreateIndex
CREATE INDEX "DataObjection_subjectId_idx" ON "DataObjection"("subjectId");

-- CreateIndex
CREATE INDEX "DataObjection_state_answerDueOn_idx" ON "DataObjection"("state", "answerDueOn");

-- CreateIndex
CREATE UNIQUE INDEX "RedListNomination_number_key" ON "RedListNomination"("number");

-- CreateIndex
CREATE UNIQUE INDEX "RedListNomination_decisionNumber_key" ON "RedListNomination"("decisionNumber");

-- CreateIndex
CREATE INDEX "RedListNomination_subjectId_idx" ON "RedListNomination"("subjectId");

-- CreateIndex
CREATE INDEX "RedListNomination_state_publicUntilOn_idx" ON "RedListNomination"("state", "publicUntilOn");

-- CreateIndex
CREATE UNIQUE INDEX "RedListObjection_number_key" ON "RedListObjection"("number");

-- CreateIndex
CREATE INDEX "RedListObjection_nominationId_idx" ON "RedListObjection"("nominationId");

-- CreateIndex
CREATE INDEX "RedListObjection_state_idx" ON "RedListObjection"("state");

-- CreateIndex
CREATE INDEX "RedListReview_state_dueOn_idx" ON "RedListReview"("state", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "RedListReview_entryId_dueOn_key" ON "RedListReview"("entryId", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationPlan_number_key" ON "VerificationPlan"("number");

-- CreateIndex
CREATE INDEX "VerificationPlan_organisationId_idx" ON "VerificationPlan"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationTask_number_key" ON "VerificationTask"("number");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationTask_commitmentId_key" ON "VerificationTask"("commitmentId");

-- CreateIndex
CREATE INDEX "VerificationTask_organisationId_state_dueOn_idx" ON "VerificationTask"("organisationId", "state", "dueOn");

-- CreateIndex
CREATE INDEX "VerificationTask_planId_idx" ON "VerificationTask"("planId");

-- CreateIndex
CREATE UNIQUE INDEX "UntrueFinding_number_key" ON "UntrueFinding"("number");

-- CreateIndex
CREATE UNIQUE INDEX "UntrueFinding_decisionNumber_key" ON "UntrueFinding"("decisionNumber");

-- CreateIndex
CREATE UNIQUE INDEX "UntrueFinding_breachId_key" ON "UntrueFinding"("breachId");

-- CreateIndex
CREATE INDEX "UntrueFinding_commitmentId_idx" ON "UntrueFinding"("commitmentId");

-- CreateIndex
CREATE INDEX "UntrueFinding_state_defenceDueOn_idx" ON "UntrueFinding"("state", "defenceDueOn");

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalCase_acceptanceNumber_key" ON "ApprovalCase"("acceptanceNumber");

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalCase_correctionNumber_key" ON "ApprovalCase"("correctionNumber");

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalCase_nonAcceptanceNumber_key" ON "ApprovalCase"("nonAcceptanceNumber");

-- CreateIndex
CREATE INDEX "ApprovalCase_state_decisionDueOn_idx" ON "ApprovalCase"("state", "decisionDueOn");

-- CreateIndex
CREATE INDEX "ApprovalCase_state_filedAt_idx" ON "ApprovalCase"("state", "filedAt");

-- CreateIndex
CREATE UNIQUE INDEX "ApprovalCase_agencyId_externalNumber_key" ON "ApprovalCase"("agencyId", "externalNumber");

-- CreateIndex
CREATE INDEX "CheckReceipt_organisationId_checkedAt_idx" ON "CheckReceipt"("organisationId", "checkedAt");

-- CreateIndex
CREATE INDEX "Commitment_nextDueOn_number_idx" ON "Commitment"("nextDueOn", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ListEntry_delistingNumber_key" ON "ListEntry"("delistingNumber");

-- CreateIndex
CREATE INDEX "ListEntry_page_idx" ON "ListEntry"("list", "status", "fromOn", "id", "untilOn", "severity", "subjectId", "caseId");

-- CreateIndex
CREATE INDEX "ListEntry_status_fromOn_id_idx" ON "ListEntry"("status", "fromOn", "id");

-- CreateIndex
CREATE INDEX "ListEntry_caseId_idx" ON "ListEntry"("caseId");

-- CreateIndex
CREATE INDEX "ListEntry_nominationId_idx" ON "ListEntry"("nominationId");

-- CreateIndex
CREATE INDEX "Subject_name_idx" ON "Subject" USING GIN ("name" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Subject_divisionCode_idx" ON "Subject"("divisionCode");

-- AddForeignKey
ALTER TABLE "CaseMaterialFile" ADD CONSTRAINT "CaseMaterialFile_caseId_materialId_fkey" FOREIGN KEY ("caseId", "materialId") REFERENCES "CaseMaterial"("caseId", "materialId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseMaterialFile" ADD CONSTRAINT "CaseMaterialFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CasePause" ADD CONSTRAINT "CasePause_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ApprovalCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ModeException" ADD CONSTRAINT "ModeException_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ApprovalCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Organisation" ADD CONSTRAINT "Organisation_superiorId_fkey" FOREIGN KEY ("superiorId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentDelivery" ADD CONSTRAINT "CommitmentDelivery_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentDelivery" ADD CONSTRAINT "CommitmentDelivery_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommitmentDelivery" ADD CONSTRAINT "CommitmentDelivery_deliverableId_fkey" FOREIGN KEY ("deliverableId") REFERENCES "Deliverable"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PublicityObjection" ADD CONSTRAINT "PublicityObjection_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_agencyId_fkey" FOREIGN KEY ("agencyId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_officeId_fkey" FOREIGN KEY ("officeId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Complaint" ADD CONSTRAINT "Complaint_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ViolationCase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ViolationCase" ADD CONSTRAINT "ViolationCase_joinedToId_fkey" FOREIGN KEY ("joinedToId") REFERENCES "ViolationCase"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListEntry" ADD CONSTRAINT "ListEntry_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "RedListNomination"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProcedureFile" ADD CONSTRAINT "ProcedureFile_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditRuleSetVersion" ADD CONSTRAINT "CreditRuleSetVersion_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RatingSimulation" ADD CONSTRAINT "RatingSimulation_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "CreditRuleSetVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SimulatedMove" ADD CONSTRAINT "SimulatedMove_simulationId_fkey" FOREIGN KEY ("simulationId") REFERENCES "RatingSimulation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndustryAssessment" ADD CONSTRAINT "IndustryAssessment_ruleSetId_fkey" FOREIGN KEY ("ruleSetId") REFERENCES "CreditRuleSetVersion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IndustryAssessment" ADD CONSTRAINT "IndustryAssessment_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hearing" ADD CONSTRAINT "Hearing_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ViolationCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InvestigationRecord" ADD CONSTRAINT "InvestigationRecord_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ViolationCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "ViolationCase"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditRepair" ADD CONSTRAINT "CreditRepair_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "ListEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CreditRepair" ADD CONSTRAINT "CreditRepair_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DataObjection" ADD CONSTRAINT "DataObjection_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedListNomination" ADD CONSTRAINT "RedListNomination_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedListNomination" ADD CONSTRAINT "RedListNomination_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedListObjection" ADD CONSTRAINT "RedListObjection_nominationId_fkey" FOREIGN KEY ("nominationId") REFERENCES "RedListNomination"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RedListReview" ADD CONSTRAINT "RedListReview_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "ListEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationPlan" ADD CONSTRAINT "VerificationPlan_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationTask" ADD CONSTRAINT "VerificationTask_planId_fkey" FOREIGN KEY ("planId") REFERENCES "VerificationPlan"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerificationTask" ADD CONSTRAINT "VerificationTask_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UntrueFinding" ADD CONSTRAINT "UntrueFinding_commitmentId_fkey" FOREIGN KEY ("commitmentId") REFERENCES "Commitment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Promises that are open fall due on their earliest outstanding day; handling on a promise of truth has none.
UPDATE "Commitment" c SET "nextDueOn" = COALESCE(
  (SELECT min(GREATEST(i."secondDueOn", c."supplementDueOn")) FROM "CommitmentItem" i
   WHERE i."commitmentId" = c."id" AND (i."deliveredAt" IS NULL OR i."rejectedAt" >= i."deliveredAt")),
  c."supplementDueOn")
WHERE c."state" = 'PENDING' AND c."mode" = 'TOLERANT_ACCEPTANCE';

-- A decision of the past counts as served on its day.
UPDATE "ViolationCase" SET "decisionServedOn" = ("decidedAt" AT TIME ZONE 'Asia/Shanghai')::date WHERE "decidedAt" IS NOT NULL;

-- The course of a procedure is only ever added to.
CREATE TRIGGER "ProcedureEvent_append_only" BEFORE UPDATE OR DELETE ON "ProcedureEvent" FOR EACH ROW EXECUTE FUNCTION "history_is_append_only"();
CREATE TRIGGER "DocumentService_append_only" BEFORE UPDATE OR DELETE ON "DocumentService" FOR EACH ROW EXECUTE FUNCTION "history_is_append_only"();

-- A mean that scores were shrunk towards stays as it was published.
CREATE TRIGGER "RatingBaseline_append_only" BEFORE UPDATE OR DELETE ON "RatingBaseline" FOR EACH ROW EXECUTE FUNCTION "history_is_append_only"();

-- A published version of the rating rules is never changed.
CREATE FUNCTION "published_rules_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" = 'PUBLISHED' AND (OLD."version", OLD."parameters", OLD."effectiveFrom", OLD."serviceItemCodes", OLD."state")
    IS DISTINCT FROM (NEW."version", NEW."parameters", NEW."effectiveFrom", NEW."serviceItemCodes", NEW."state") THEN
    RAISE EXCEPTION 'a published rule set is never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "CreditRuleSetVersion_published" BEFORE UPDATE ON "CreditRuleSetVersion" FOR EACH ROW EXECUTE FUNCTION "published_rules_stay"();

-- One open appeal a case, one open repair an entry, one open nomination a subject, one running pause a case.
CREATE UNIQUE INDEX "Appeal_one_open" ON "Appeal" ("caseId") WHERE "state" IN ('FILED', 'UNDER_REVIEW');
CREATE UNIQUE INDEX "CreditRepair_one_open" ON "CreditRepair" ("entryId") WHERE "state" = 'FILED';
CREATE UNIQUE INDEX "RedListNomination_one_open" ON "RedListNomination" ("subjectId") WHERE "state" IN ('NOMINATED', 'PUBLICITY');
CREATE UNIQUE INDEX "CasePause_one_running" ON "CasePause" ("caseId") WHERE "untilOn" IS NULL;
CREATE UNIQUE INDEX "UntrueFinding_one_open" ON "UntrueFinding" ("commitmentId") WHERE "state" IN ('NOTICED', 'DEFENCE_FILED');

-- What the score alone gave under ZZ-1, the only version so far.
UPDATE "CreditStanding" SET "gradeOffList" = CASE WHEN "score" IS NULL THEN 'N' WHEN "score" >= 90 THEN 'A' WHEN "score" >= 75 THEN 'B'
  WHEN "score" >= 60 THEN 'C' ELSE 'D' END;
