package dev.lindy.activities.agent;

/** What an agent can do; declared, never assumed. */
public record AgentCapabilities(boolean resumesSessions, boolean answersJsonSchema, boolean tellsCost) {}
