"""Measures lindy and lindy-orchestrator side by side, with one and the same stand-in for the agent."""
