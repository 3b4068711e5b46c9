package dev.lindy.activities.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.ValidatorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanSchemaTest {

    private static final String PLAN = "{'tasks':[{'id':1,'module':'api','description':'d','prompt':{'objective':'o',"
            + "'verification':['v']},'depends_on':[],'size':'s','changes':'required',"
            + "'qa_checks':[{'gate':'api-tests','params':{}}]}]}";

    @Test
    void acceptsAPlanOfThisProject() {
        assertThat(accepts(PLAN)).isTrue();
        assertThat(accepts(PLAN.replace("'api'", "'root'"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "'api'             | 'billing'",
                "api-tests         | agent_check",
                "'id':1            | 'id':0",
                "'depends_on':[],  | \"\"",
                "'size':'s'        | 'size':'xl'",
                "'objective':'o'   | 'objective':''",
                "'description':'d' | 'branch':'x'"
            })
    void rejectsWhatItDoesNotHave(String good, String bad) {
        assertThat(PLAN).contains(good);

        assertThat(accepts(PLAN.replace(good, bad))).isFalse();
    }

    @Test
    void isOneLine() {
        assertThat(PlanSchema.of(Prompts.planner())).doesNotContain("\n");
    }

    private static boolean accepts(String plan) {
        return new ValidatorFactory()
                .validate(PlanSchema.of(Prompts.planner()), plan.replace('\'', '"'))
                .isValid();
    }
}
