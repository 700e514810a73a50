-- Selections with their proofs, contracts and deliverables, reviews by three raters, notices to bodies and users.

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('PENDING', 'SENT', 'FAILED');

-- CreateEnum
CREATE TYPE "ContractState" AS ENUM ('PROPOSED', 'IN_FORCE', 'SUPERSEDED', 'DECLINED');

-- CreateEnum
CREATE TYPE "DeliverableState" AS ENUM ('SUBMITTED', 'ACCEPTED', 'RETURNED');

-- CreateEnum
CREATE TYPE "EngagementDisputeState" AS ENUM ('OPEN', 'SETTLED', 'ANSWERED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "StoredFileState" AS ENUM ('UPLOADING', 'STORED');

-- CreateEnum
CREATE TYPE "FundSource" AS ENUM ('STATE', 'MIXED', 'PRIVATE');

-- CreateEnum
CREATE TYPE "SelectionState" AS ENUM ('DRAFT', 'ANNOUNCED', 'SIGN_UP', 'CLOSED', 'OPENED', 'DRAWN', 'PUBLICITY', 'DISPUTED', 'AWARDED', 'CONTRACTED', 'FAILED', 'RE_ANNOUNCED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "SignUpState" AS ENUM ('ACTIVE', 'WITHDRAWN', 'EXCLUDED');

-- CreateEnum
CREATE TYPE "SelectionObjectionState" AS ENUM ('OPEN', 'UPHELD', 'REJECTED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "DrawState" AS ENUM ('COMMITTED', 'WAITING', 'DRAWN', 'FAILED');

-- CreateEnum
CREATE TYPE "SealingState" AS ENUM ('SEALED', 'RELEASED', 'OPENED', 'ABANDONED');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "SelectionMode" ADD VALUE 'RANDOM_DRAW';
ALTER TYPE "SelectionMode" ADD VALUE 'LOWEST_QUOTE';
ALTER TYPE "SelectionMode" ADD VALUE 'AVERAGE_PRICE';
ALTER TYPE "SelectionMode" ADD VALUE 'COMPARATIVE';
ALTER TYPE "SelectionMode" ADD VALUE 'CREDIT_SHORTLIST';

-- DropIndex
DROP INDEX "Notification_outboxId_key";

-- AlterTable
ALTER TABLE "Affiliation" ADD COLUMN     "record" JSONB;

-- AlterTable
ALTER TABLE "CaseMaterial" ADD COLUMN     "deliverableId" UUID;

-- AlterTable
ALTER TABLE "Engagement" ADD COLUMN     "terminatedById" UUID,
ADD COLUMN     "terminationCause" TEXT,
ADD COLUMN     "terminationSide" TEXT;

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "organisationId" UUID,
ADD COLUMN     "recipient" TEXT,
ADD COLUMN     "role" "Role",
ADD COLUMN     "userId" UUID,
ALTER COLUMN "subjectId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "ServiceReview" ADD COLUMN     "amendedAt" TIMESTAMPTZ(3),
ADD COLUMN     "moderatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "moderatedById" UUID,
ADD COLUMN     "moderatedPart" TEXT,
ADD COLUMN     "moderationGround" TEXT,
ADD COLUMN     "organisationId" UUID,
ADD COLUMN     "repliedAt" TIMESTAMPTZ(3),
ADD COLUMN     "repliedById" UUID,
ADD COLUMN     "reply" TEXT;

-- CreateTable
CREATE TABLE "MailMessage" (
    "id" UUID NOT NULL,
    "notificationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "lastError" TEXT,

    CONSTRAINT "MailMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceReviewVersion" (
    "reviewId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "quality" SMALLINT NOT NULL,
    "timeliness" SMALLINT NOT NULL,
    "attitude" SMALLINT NOT NULL,
    "fees" SMALLINT NOT NULL,
    "conduct" SMALLINT NOT NULL,
    "comment" TEXT NOT NULL,
    "ratedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ServiceReviewVersion_pkey" PRIMARY KEY ("reviewId","version")
);

-- CreateTable
CREATE TABLE "Contract" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "contractVersion" INTEGER NOT NULL,
    "state" "ContractState" NOT NULL DEFAULT 'PROPOSED',
    "feeFen" INTEGER NOT NULL,
    "promisedWorkingDays" INTEGER NOT NULL,
    "deliverDueOn" DATE NOT NULL,
    "scope" TEXT NOT NULL,
    "liability" TEXT NOT NULL,
    "fileId" UUID,
    "proposedBySide" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "reasons" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "declineReasons" TEXT,

    CONSTRAINT "Contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deliverable" (
    "id" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "deliverableVersion" INTEGER NOT NULL,
    "state" "DeliverableState" NOT NULL DEFAULT 'SUBMITTED',
    "fileId" UUID,
    "note" TEXT NOT NULL,
    "submittedById" UUID NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "lateWorkingDays" INTEGER NOT NULL,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "returnReasons" TEXT,

    CONSTRAINT "Deliverable_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EngagementDispute" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "engagementId" UUID NOT NULL,
    "raisedBySide" TEXT NOT NULL,
    "raisedById" UUID NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "matter" TEXT NOT NULL,
    "state" "EngagementDisputeState" NOT NULL DEFAULT 'OPEN',
    "statement" TEXT,
    "statedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "endedById" UUID,
    "outcome" TEXT,

    CONSTRAINT "EngagementDispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "id" UUID NOT NULL,
    "state" "StoredFileState" NOT NULL DEFAULT 'UPLOADING',
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT,
    "sizeBytes" INTEGER NOT NULL,
    "receivedBytes" INTEGER NOT NULL DEFAULT 0,
    "sha256" TEXT,
    "uploadedById" UUID NOT NULL,
    "engagementId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "storedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Selection" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "mode" "SelectionMode" NOT NULL,
    "state" "SelectionState" NOT NULL DEFAULT 'DRAFT',
    "round" INTEGER NOT NULL DEFAULT 1,
    "previousId" UUID,
    "applicantId" UUID NOT NULL,
    "createdById" UUID NOT NULL,
    "projectName" TEXT NOT NULL,
    "serviceItemCode" TEXT NOT NULL,
    "itemVersion" INTEGER,
    "divisionCode" TEXT NOT NULL,
    "fundSource" "FundSource" NOT NULL,
    "size" DOUBLE PRECISION,
    "requirements" TEXT NOT NULL,
    "ceilingFen" INTEGER,
    "maxWorkingDays" INTEGER,
    "criteria" JSONB NOT NULL DEFAULT '[]',
    "preselectionPoolId" UUID,
    "ruleSetVersion" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "announcedAt" TIMESTAMPTZ(3),
    "signUpOpensAt" TIMESTAMPTZ(3),
    "signUpClosesAt" TIMESTAMPTZ(3),
    "opensAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),
    "pool" JSONB,
    "poolHash" TEXT,
    "openedAt" TIMESTAMPTZ(3),
    "result" JSONB,
    "resultAt" TIMESTAMPTZ(3),
    "winnerId" UUID,
    "publicityUntilOn" DATE,
    "publicityPausedAt" TIMESTAMPTZ(3),
    "awardedAt" TIMESTAMPTZ(3),
    "contractDueOn" DATE,
    "engagementId" UUID,
    "failure" JSONB,
    "endedAt" TIMESTAMPTZ(3),
    "cancelReasons" TEXT,
    "supervisorId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Selection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SelectionEvent" (
    "id" BIGSERIAL NOT NULL,
    "selectionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "facts" JSONB NOT NULL,
    "isPublic" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "SelectionEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignUp" (
    "id" UUID NOT NULL,
    "selectionId" UUID NOT NULL,
    "intermediaryId" UUID NOT NULL,
    "offeringId" UUID NOT NULL,
    "state" "SignUpState" NOT NULL DEFAULT 'ACTIVE',
    "signedUpAt" TIMESTAMPTZ(3) NOT NULL,
    "signedUpById" UUID NOT NULL,
    "practitionerIds" UUID[],
    "plan" TEXT,
    "contributionHash" TEXT,
    "contribution" TEXT,
    "contributionAt" TIMESTAMPTZ(3),
    "networkHash" TEXT,
    "deviceHash" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "exclusion" JSONB,
    "place" INTEGER,
    "outcome" JSONB,

    CONSTRAINT "SignUp_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clarification" (
    "id" UUID NOT NULL,
    "selectionId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "askedById" UUID NOT NULL,
    "askedBySubjectId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Clarification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SelectionObjection" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "selectionId" UUID NOT NULL,
    "subjectId" UUID NOT NULL,
    "objectorId" UUID NOT NULL,
    "grounds" TEXT NOT NULL,
    "filedAt" TIMESTAMPTZ(3) NOT NULL,
    "answerDueOn" DATE NOT NULL,
    "state" "SelectionObjectionState" NOT NULL DEFAULT 'OPEN',
    "answeredAt" TIMESTAMPTZ(3),
    "answeredById" UUID,
    "reasons" TEXT,
    "consequence" TEXT,

    CONSTRAINT "SelectionObjection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draw" (
    "id" UUID NOT NULL,
    "selectionId" UUID NOT NULL,
    "state" "DrawState" NOT NULL DEFAULT 'COMMITTED',
    "method" JSONB NOT NULL,
    "secretHash" TEXT NOT NULL,
    "secretCipher" TEXT NOT NULL,
    "secret" TEXT,
    "rung" INTEGER NOT NULL DEFAULT 0,
    "randomness" JSONB,
    "transcript" JSONB,
    "drawnAt" TIMESTAMPTZ(3),
    "failure" JSONB,

    CONSTRAINT "Draw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LotteryEntry" (
    "id" UUID NOT NULL,
    "drawId" UUID NOT NULL,
    "enteredById" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "numbers" INTEGER[],
    "source" TEXT NOT NULL,
    "isVoid" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "LotteryEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sealing" (
    "id" UUID NOT NULL,
    "selectionId" UUID NOT NULL,
    "state" "SealingState" NOT NULL DEFAULT 'SEALED',
    "platformRecipient" TEXT NOT NULL,
    "platformIdentityCipher" TEXT,
    "platformIdentity" TEXT,
    "supervisorKeyId" UUID NOT NULL,
    "releaseDueAt" TIMESTAMPTZ(3) NOT NULL,
    "openedAt" TIMESTAMPTZ(3),
    "transcript" JSONB,

    CONSTRAINT "Sealing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SupervisorKey" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "wrappedIdentity" TEXT NOT NULL,
    "depositedById" UUID NOT NULL,
    "depositedAt" TIMESTAMPTZ(3) NOT NULL,
    "identity" TEXT,
    "releasedById" UUID,
    "releasedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "SupervisorKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SealedQuote" (
    "id" UUID NOT NULL,
    "signUpId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "ciphertext" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedById" UUID NOT NULL,
    "isSealedByBidder" BOOLEAN NOT NULL,

    CONSTRAINT "SealedQuote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpenedQuote" (
    "signUpId" UUID NOT NULL,
    "selectionId" UUID NOT NULL,
    "quoteId" UUID NOT NULL,
    "feeFen" INTEGER,
    "workingDays" INTEGER,
    "plan" TEXT,
    "problem" JSONB,
    "explanation" TEXT,
    "explainedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpenedQuote_pkey" PRIMARY KEY ("signUpId")
);

-- CreateTable
CREATE TABLE "CriterionScore" (
    "signUpId" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "points" DOUBLE PRECISION NOT NULL,
    "reasons" TEXT NOT NULL,
    "scoredById" UUID NOT NULL,
    "scoredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CriterionScore_pkey" PRIMARY KEY ("signUpId","criterion")
);

-- CreateTable
CREATE TABLE "PreselectionPool" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "serviceItemCode" TEXT NOT NULL,
    "divisionCode" TEXT NOT NULL,
    "keeperId" UUID NOT NULL,
    "conditions" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "validUntilOn" DATE NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "closeReasons" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "PreselectionPool_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PreselectionMember" (
    "poolId" UUID NOT NULL,
    "intermediaryId" UUID NOT NULL,
    "joinedAt" TIMESTAMPTZ(3) NOT NULL,
    "joining" JSONB NOT NULL,
    "leftAt" TIMESTAMPTZ(3),
    "leaving" JSONB,

    CONSTRAINT "PreselectionMember_pkey" PRIMARY KEY ("poolId","intermediaryId")
);

-- CreateIndex
CREATE INDEX "MailMessage_state_nextTryAt_idx" ON "MailMessage"("state", "nextTryAt");

-- CreateIndex
CREATE UNIQUE INDEX "MailMessage_notificationId_userId_key" ON "MailMessage"("notificationId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "Contract_engagementId_contractVersion_key" ON "Contract"("engagementId", "contractVersion");

-- CreateIndex
CREATE UNIQUE INDEX "Milestone_engagementId_sequence_key" ON "Milestone"("engagementId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "Deliverable_engagementId_deliverableVersion_key" ON "Deliverable"("engagementId", "deliverableVersion");

-- CreateIndex
CREATE UNIQUE INDEX "EngagementDispute_number_key" ON "EngagementDispute"("number");

-- CreateIndex
CREATE INDEX "EngagementDispute_engagementId_idx" ON "EngagementDispute"("engagementId");

-- CreateIndex
CREATE INDEX "StoredFile_uploadedById_idx" ON "StoredFile"("uploadedById");

-- CreateIndex
CREATE INDEX "StoredFile_state_createdAt_idx" ON "StoredFile"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Selection_number_key" ON "Selection"("number");

-- CreateIndex
CREATE UNIQUE INDEX "Selection_previousId_key" ON "Selection"("previousId");

-- CreateIndex
CREATE UNIQUE INDEX "Selection_winnerId_key" ON "Selection"("winnerId");

-- CreateIndex
CREATE UNIQUE INDEX "Selection_engagementId_key" ON "Selection"("engagementId");

-- CreateIndex
CREATE INDEX "Selection_state_signUpClosesAt_idx" ON "Selection"("state", "signUpClosesAt");

-- CreateIndex
CREATE INDEX "Selection_applicantId_createdAt_idx" ON "Selection"("applicantId", "createdAt");

-- CreateIndex
CREATE INDEX "Selection_serviceItemCode_idx" ON "Selection"("serviceItemCode");

-- CreateIndex
CREATE INDEX "SelectionEvent_selectionId_id_idx" ON "SelectionEvent"("selectionId", "id");

-- CreateIndex
CREATE INDEX "SignUp_intermediaryId_signedUpAt_idx" ON "SignUp"("intermediaryId", "signedUpAt");

-- CreateIndex
CREATE UNIQUE INDEX "SignUp_selectionId_intermediaryId_key" ON "SignUp"("selectionId", "intermediaryId");

-- CreateIndex
CREATE INDEX "Clarification_selectionId_idx" ON "Clarification"("selectionId");

-- CreateIndex
CREATE UNIQUE INDEX "SelectionObjection_number_key" ON "SelectionObjection"("number");

-- CreateIndex
CREATE INDEX "SelectionObjection_selectionId_idx" ON "SelectionObjection"("selectionId");

-- CreateIndex
CREATE UNIQUE INDEX "Draw_selectionId_key" ON "Draw"("selectionId");

-- CreateIndex
CREATE UNIQUE INDEX "Draw_secretHash_key" ON "Draw"("secretHash");

-- CreateIndex
CREATE INDEX "LotteryEntry_drawId_idx" ON "LotteryEntry"("drawId");

-- CreateIndex
CREATE UNIQUE INDEX "Sealing_selectionId_key" ON "Sealing"("selectionId");

-- CreateIndex
CREATE UNIQUE INDEX "Sealing_platformRecipient_key" ON "Sealing"("platformRecipient");

-- CreateIndex
CREATE UNIQUE INDEX "Sealing_supervisorKeyId_key" ON "Sealing"("supervisorKeyId");

-- CreateIndex
CREATE UNIQUE INDEX "SupervisorKey_recipient_key" ON "SupervisorKey"("recipient");

-- CreateIndex
CREATE INDEX "SupervisorKey_organisationId_idx" ON "SupervisorKey"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "SealedQuote_sha256_key" ON "SealedQuote"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "SealedQuote_signUpId_sequence_key" ON "SealedQuote"("signUpId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "OpenedQuote_quoteId_key" ON "OpenedQuote"("quoteId");

-- CreateIndex
CREATE INDEX "OpenedQuote_selectionId_idx" ON "OpenedQuote"("selectionId");

-- CreateIndex
CREATE UNIQUE INDEX "PreselectionPool_number_key" ON "PreselectionPool"("number");

-- CreateIndex
CREATE INDEX "PreselectionMember_intermediaryId_idx" ON "PreselectionMember"("intermediaryId");

-- CreateIndex
CREATE INDEX "Notification_userId_createdAt_idx" ON "Notification"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "Notification_organisationId_createdAt_idx" ON "Notification"("organisationId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_outboxId_recipient_key" ON "Notification"("outboxId", "recipient");

-- AddForeignKey
ALTER TABLE "CaseMaterial" ADD CONSTRAINT "CaseMaterial_deliverableId_fkey" FOREIGN KEY ("deliverableId") REFERENCES "Deliverable"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailMessage" ADD CONSTRAINT "MailMessage_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "Notification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceReviewVersion" ADD CONSTRAINT "ServiceReviewVersion_reviewId_fkey" FOREIGN KEY ("reviewId") REFERENCES "ServiceReview"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contract" ADD CONSTRAINT "Contract_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deliverable" ADD CONSTRAINT "Deliverable_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deliverable" ADD CONSTRAINT "Deliverable_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "StoredFile"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementDispute" ADD CONSTRAINT "EngagementDispute_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Selection" ADD CONSTRAINT "Selection_previousId_fkey" FOREIGN KEY ("previousId") REFERENCES "Selection"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Selection" ADD CONSTRAINT "Selection_applicantId_fkey" FOREIGN KEY ("applicantId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Selection" ADD CONSTRAINT "Selection_serviceItemCode_fkey" FOREIGN KEY ("serviceItemCode") REFERENCES "ServiceItem"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Selection" ADD CONSTRAINT "Selection_preselectionPoolId_fkey" FOREIGN KEY ("preselectionPoolId") REFERENCES "PreselectionPool"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Selection" ADD CONSTRAINT "Selection_winnerId_fkey" FOREIGN KEY ("winnerId") REFERENCES "SignUp"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Selection" ADD CONSTRAINT "Selection_engagementId_fkey" FOREIGN KEY ("engagementId") REFERENCES "Engagement"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Selection" ADD CONSTRAINT "Selection_supervisorId_fkey" FOREIGN KEY ("supervisorId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelectionEvent" ADD CONSTRAINT "SelectionEvent_selectionId_fkey" FOREIGN KEY ("selectionId") REFERENCES "Selection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_selectionId_fkey" FOREIGN KEY ("selectionId") REFERENCES "Selection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_intermediaryId_fkey" FOREIGN KEY ("intermediaryId") REFERENCES "Intermediary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignUp" ADD CONSTRAINT "SignUp_offeringId_fkey" FOREIGN KEY ("offeringId") REFERENCES "ServiceOffering"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clarification" ADD CONSTRAINT "Clarification_selectionId_fkey" FOREIGN KEY ("selectionId") REFERENCES "Selection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelectionObjection" ADD CONSTRAINT "SelectionObjection_selectionId_fkey" FOREIGN KEY ("selectionId") REFERENCES "Selection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelectionObjection" ADD CONSTRAINT "SelectionObjection_subjectId_fkey" FOREIGN KEY ("subjectId") REFERENCES "Subject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draw" ADD CONSTRAINT "Draw_selectionId_fkey" FOREIGN KEY ("selectionId") REFERENCES "Selection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LotteryEntry" ADD CONSTRAINT "LotteryEntry_drawId_fkey" FOREIGN KEY ("drawId") REFERENCES "Draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sealing" ADD CONSTRAINT "Sealing_selectionId_fkey" FOREIGN KEY ("selectionId") REFERENCES "Selection"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sealing" ADD CONSTRAINT "Sealing_supervisorKeyId_fkey" FOREIGN KEY ("supervisorKeyId") REFERENCES "SupervisorKey"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupervisorKey" ADD CONSTRAINT "SupervisorKey_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SealedQuote" ADD CONSTRAINT "SealedQuote_signUpId_fkey" FOREIGN KEY ("signUpId") REFERENCES "SignUp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenedQuote" ADD CONSTRAINT "OpenedQuote_signUpId_fkey" FOREIGN KEY ("signUpId") REFERENCES "SignUp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenedQuote" ADD CONSTRAINT "OpenedQuote_quoteId_fkey" FOREIGN KEY ("quoteId") REFERENCES "SealedQuote"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CriterionScore" ADD CONSTRAINT "CriterionScore_signUpId_fkey" FOREIGN KEY ("signUpId") REFERENCES "SignUp"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreselectionPool" ADD CONSTRAINT "PreselectionPool_serviceItemCode_fkey" FOREIGN KEY ("serviceItemCode") REFERENCES "ServiceItem"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreselectionPool" ADD CONSTRAINT "PreselectionPool_keeperId_fkey" FOREIGN KEY ("keeperId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreselectionMember" ADD CONSTRAINT "PreselectionMember_poolId_fkey" FOREIGN KEY ("poolId") REFERENCES "PreselectionPool"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreselectionMember" ADD CONSTRAINT "PreselectionMember_intermediaryId_fkey" FOREIGN KEY ("intermediaryId") REFERENCES "Intermediary"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



-- Until now every notice went to a subject.
UPDATE "Notification" SET "recipient" = 'subject:' || "subjectId";
ALTER TABLE "Notification" ALTER COLUMN "recipient" SET NOT NULL,
  ADD CONSTRAINT "Notification_recipient_check" CHECK (num_nonnulls("subjectId", "userId", "organisationId") = 1);

INSERT INTO "ServiceReviewVersion" ("reviewId", "version", "quality", "timeliness", "attitude", "fees", "conduct", "comment", "ratedById", "recordedAt")
SELECT "id", 1, "quality", "timeliness", "attitude", "fees", "conduct", "comment", "ratedById", "recordedAt" FROM "ServiceReview";

-- What happened in a selection, what was sealed and what a review said are only ever added to.
CREATE TRIGGER "SelectionEvent_append_only" BEFORE UPDATE OR DELETE ON "SelectionEvent" FOR EACH ROW EXECUTE FUNCTION "history_is_append_only"();
CREATE TRIGGER "SealedQuote_append_only" BEFORE UPDATE OR DELETE ON "SealedQuote" FOR EACH ROW EXECUTE FUNCTION "history_is_append_only"();
CREATE TRIGGER "ServiceReviewVersion_append_only" BEFORE UPDATE OR DELETE ON "ServiceReviewVersion" FOR EACH ROW EXECUTE FUNCTION "history_is_append_only"();

-- A frozen pool stays frozen, a committed draw stays committed, and a transcript stays as it was told.
CREATE FUNCTION "frozen_pool_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."poolHash" IS NOT NULL AND (OLD."poolHash", OLD."pool") IS DISTINCT FROM (NEW."poolHash", NEW."pool") THEN
    RAISE EXCEPTION 'the frozen pool of a selection is never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Selection_pool_frozen" BEFORE UPDATE ON "Selection" FOR EACH ROW EXECUTE FUNCTION "frozen_pool_stays"();

CREATE FUNCTION "committed_draw_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD."secretHash", OLD."method") IS DISTINCT FROM (NEW."secretHash", NEW."method")
    OR OLD."transcript" IS NOT NULL AND OLD."transcript" IS DISTINCT FROM NEW."transcript" THEN
    RAISE EXCEPTION 'a committed draw is never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Draw_committed" BEFORE UPDATE ON "Draw" FOR EACH ROW EXECUTE FUNCTION "committed_draw_stays"();
