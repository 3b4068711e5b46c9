package dev.lindy.process;

/** An environment variable by which a program's processes are found again, wherever they went. */
public record ProcessMarker(String variable, String value) {

    /** What carries this is the program or was started by it. */
    static ProcessMarker program(ProgramKey key) {
        return new ProcessMarker("LINDY_ATTEMPT", key.value());
    }

    /** What carries this belongs to the launcher: it may still start the program. */
    static ProcessMarker launcher(ProgramKey key) {
        return new ProcessMarker("LINDY_LAUNCHER", key.value());
    }

    /** As it stands in an environment: {@code NAME=value}. */
    public String entry() {
        return variable + "=" + value;
    }
}
