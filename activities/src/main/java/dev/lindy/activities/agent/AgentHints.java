package dev.lindy.activities.agent;

/**
 * What a person can do where only a person can help, one action each.
 *
 * @param install the program is missing
 * @param login nobody is logged in
 * @param root the program refuses its user or its permissions
 * @param billing the account is empty
 */
public record AgentHints(String install, String login, String root, String billing) {}
