/*
 * A stand-in for the `claude` command: about a millisecond a call, obeys tokens on the prompt's line that holds TAG=,
 *   TAG=t2 IN=module SLEEP=6 EXIT=1 ISERR=1 WRITE=file COMMIT=1
 * (WRITE appends the tag to the file, in the folder IN where the working directory has one),
 * prints init, assistant and result events, and appends one JSON line per event to the file LOG, which is compiled in,
 * in one write() each (a question without TAG=, such as an evaluator's, leaves none and is answered with a score): {"time":…,"event":"start|end|term","tag":…,"pid":…,"dir":…}.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef LOG
#error "compile with -DLOG=\"/path/of/the/log\""
#endif

static char tag[64] = "none";
static char dir[4096];

static void note(const char *event) {
  char line[5120];
  struct timeval now;
  gettimeofday(&now, NULL);
  int size = snprintf(line, sizeof line, "{\"time\":%ld.%06ld,\"event\":\"%s\",\"tag\":\"%s\",\"pid\":%d,\"dir\":\"%s\"}\n",
                      (long)now.tv_sec, (long)now.tv_usec, event, tag, (int)getpid(), dir);
  int log = open(LOG, O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (log >= 0) {
    if (write(log, line, size) < 0) perror("claude: log");
    close(log);
  }
}

static void on_term(int signal) {
  note("term");
  _exit(128 + signal);
}

static char *input(void) {
  size_t size = 0, room = 1 << 16;
  char *text = malloc(room);
  ssize_t count;
  while ((count = read(0, text + size, room - size - 1)) > 0) {
    size += count;
    if (room - size < 4096) text = realloc(text, room *= 2);
  }
  text[size] = 0;
  return text;
}

/* The value of NAME= on the token line; false where there is none. */
static int value(const char *line, const char *name, char *out, size_t room) {
  size_t length = strlen(name);
  for (const char *at = line; (at = strstr(at, name)) != NULL; at += length) {
    if (at != line && at[-1] != ' ') continue;
    at += length;
    size_t end = strcspn(at, " \"\\");
    if (end >= room) end = room - 1;
    memcpy(out, at, end);
    out[end] = 0;
    return 1;
  }
  return 0;
}

static void wait_seconds(double seconds) {
  struct timespec end;
  clock_gettime(CLOCK_MONOTONIC, &end);
  end.tv_sec += (time_t)seconds;
  end.tv_nsec += (long)((seconds - (time_t)seconds) * 1e9);
  if (end.tv_nsec >= 1000000000) { end.tv_nsec -= 1000000000; end.tv_sec++; }
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &end, NULL) != 0) { }
}

static int run(const char *file, char *const words[]) {
  pid_t child = fork();
  if (child == 0) {
    dup2(2, 1);
    execvp(file, words);
    _exit(127);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return status;
}

static void commit(const char *name) {
  char *add[] = {"git", "add", "-A", NULL};
  char *save[] = {"git", "-c", "user.name=Bench", "-c", "user.email=bench@example.invalid", "commit", "-q", "-m",
                  (char *)name, NULL};
  run("git", add);
  run("git", save);
}

int main(int argc, char **argv) {
  const char *prompt = NULL;
  for (int i = 1; i < argc; i++) {
    if (!strcmp(argv[i], "--version") || !strcmp(argv[i], "-v")) {
      puts("2.1.197 (Claude Code)");
      return 0;
    }
    if (!strcmp(argv[i], "--help")) {
      puts("Usage: claude [options] [prompt]\n"
           "  -p, --print\n  --output-format <format>\n  --verbose\n  --session-id <uuid>\n  --resume <id>\n"
           "  --permission-mode <mode> (choices: \"acceptEdits\", \"bypassPermissions\", \"default\", \"dontAsk\", \"plan\")\n"
           "  --max-turns <n>\n  --model <model>\n  --json-schema <schema>\n  --max-budget-usd <amount>\n");
      return 0;
    }
    if (strstr(argv[i], "TAG=")) prompt = argv[i];
  }
  if (prompt == NULL) prompt = input();
  if (getcwd(dir, sizeof dir) == NULL) dir[0] = 0;

  char line[4096] = "", text[1024];
  const char *token = strstr(prompt, "TAG=");
  if (token != NULL) {
    size_t end = strcspn(token, "\r\n");
    if (end >= sizeof line) end = sizeof line - 1;
    memcpy(line, token, end);
    line[end] = 0;
  }
  int is_task = value(line, "TAG=", tag, sizeof tag);
  signal(SIGTERM, on_term);
  if (is_task) note("start");
  printf("{\"type\":\"system\",\"subtype\":\"init\",\"session_id\":\"bench-%d\",\"model\":\"bench\",\"tools\":[]}\n", getpid());
  fflush(stdout);
  if (value(line, "SLEEP=", text, sizeof text)) wait_seconds(atof(text));
  if (value(line, "WRITE=", text, sizeof text)) {
    char module[512], path[2048];
    int inside = value(line, "IN=", module, sizeof module) && access(module, F_OK) == 0;
    snprintf(path, sizeof path, "%s%s%s", inside ? module : "", inside ? "/" : "", text);
    FILE *file = fopen(path, "a");
    if (file != NULL) {
      fprintf(file, "%s\n", tag);
      fclose(file);
    }
  }
  char yes[8];
  if (value(line, "COMMIT=", yes, sizeof yes) && yes[0] == '1') commit(tag);
  int is_error = value(line, "ISERR=", yes, sizeof yes) && yes[0] == '1';
  printf("{\"type\":\"assistant\",\"message\":{\"content\":[{\"type\":\"text\",\"text\":\"worked on %s\"}]},"
         "\"session_id\":\"bench-%d\"}\n", tag, getpid());
  printf("{\"type\":\"result\",\"subtype\":\"%s\",\"is_error\":%s,\"num_turns\":1,\"result\":\"%s\","
         "\"session_id\":\"bench-%d\",\"total_cost_usd\":0.01,"
         "\"usage\":{\"input_tokens\":1000,\"output_tokens\":100},\"permission_denials\":[]}\n",
         is_error ? "error_during_execution" : "success", is_error ? "true" : "false",
         is_task ? "done" : "{\\\"score\\\": 95, \\\"feedback\\\": {\\\"summary\\\": \\\"fine\\\"}}",
         getpid());
  fflush(stdout);
  if (is_task) note("end");
  return value(line, "EXIT=", text, sizeof text) ? atoi(text) : 0;
}
