package dev.lindy.activities.gate;

/** Names of one test as different reports write it. */
final class TestNames {

    private TestNames() {}

    /**
     * Class (or file) and test: {@code TestA.test_b[1]} for both {@code tests/test_a.py::TestA::test_b[1]} and {@code
     * tests.test_a.TestA.test_b[1]}.
     */
    static String plain(String id) {
        String name =
                id.replace(".py::", ".").replace("::", ".").replace('/', '.').replace('$', '.');
        int end = name.length();
        for (char open : new char[] {'[', '(', ' '}) {
            int index = name.indexOf(open);
            end = index < 0 ? end : Math.min(end, index);
        }
        int test = name.lastIndexOf('.', end - 1);
        int type = test < 0 ? -1 : name.lastIndexOf('.', test - 1);
        return name.substring(type + 1);
    }
}
