package wf.scenario.pattern;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the patterns are called, in English and Chinese, by their numbers. */
final class Names {

    /** Patterns of §3 that need no operation of their own, and not another engine either (3.20). */
    static final Map<String, String> PATTERNS = read("""
            3.1 Sequence 顺序
            3.2 Exclusive branch 条件分支
            3.3 Parallel split 多路并发
            3.4 Synchronise 多路合并
            3.5 Multi-choice and its merge 多选分支/包容合并
            3.6 Multi-merge 不合并汇聚
            3.7 First-come 先到先走
            3.8 N-of-M join 部分合并
            3.9 Loop 循环
            3.10 Deferred choice 事件选择
            3.11 Interleaved routing and critical section 互斥交错
            3.12 Milestone and triggers 里程碑/触发
            3.13 Multi-instance, known count 多实例
            3.14 Multi-instance, dynamic 动态多实例
            3.15 Cancel 取消
            3.16 Ending 结束
            3.17 Synchronous sub-process 同步子流程
            3.18 Asynchronous sub-process 异步子流程
            3.19 Multi-instance sub-process 多实例子流程
            3.21 Single handler 单人办理
            3.22 Claim 认领/抢办
            3.23 Parallel countersign 并行会签
            3.24 Sequential countersign 顺序会签
            3.25 Ratio countersign 比例会签
            3.26 Asynchronous multi-handler 多人异步/并发提交
            """);

    /** Control-flow patterns of the Workflow Patterns initiative, revised set of 2006. */
    static final Map<String, String> WCPS = read("""
            1 Sequence 顺序
            2 Parallel Split 并行分支
            3 Synchronization 同步合并
            4 Exclusive Choice 排他选择
            5 Simple Merge 简单合并
            6 Multi-Choice 多路选择
            7 Structured Synchronizing Merge 结构化同步归并
            8 Multi-Merge 多路归并
            9 Structured Discriminator 结构化鉴别器
            10 Arbitrary Cycles 任意循环
            11 Implicit Termination 隐式终止
            12 Multiple Instances without Synchronization 无同步多实例
            13 Multiple Instances with a Priori Design-Time Knowledge 设计时已知的多实例
            14 Multiple Instances with a Priori Run-Time Knowledge 运行时已知的多实例
            15 Multiple Instances without a Priori Run-Time Knowledge 事先未知的多实例
            16 Deferred Choice 延迟选择
            17 Interleaved Parallel Routing 交错并行路由
            18 Milestone 里程碑
            19 Cancel Task 取消任务
            20 Cancel Case 取消实例
            21 Structured Loop 结构化循环
            22 Recursion 递归
            23 Transient Trigger 瞬时触发器
            24 Persistent Trigger 持久触发器
            25 Cancel Region 取消区域
            26 Cancel Multiple Instance Activity 取消多实例活动
            27 Complete Multiple Instance Activity 完成多实例活动
            28 Blocking Discriminator 阻塞鉴别器
            29 Cancelling Discriminator 取消鉴别器
            30 Structured Partial Join 结构化部分合并
            31 Blocking Partial Join 阻塞部分合并
            32 Cancelling Partial Join 取消部分合并
            33 Generalised AND-Join 广义与合并
            34 Static Partial Join for Multiple Instances 多实例静态部分合并
            35 Cancelling Partial Join for Multiple Instances 多实例取消部分合并
            36 Dynamic Partial Join for Multiple Instances 多实例动态部分合并
            37 Local Synchronizing Merge 局部同步归并
            38 General Synchronizing Merge 一般同步归并
            39 Critical Section 临界区
            40 Interleaved Routing 交错路由
            41 Thread Merge 线程归并
            42 Thread Split 线程分支
            43 Explicit Termination 显式终止
            """);

    private Names() { }

    private static Map<String, String> read(String lines) {
        Map<String, String> names = new LinkedHashMap<>();
        lines.lines().forEach(l -> names.put(l.substring(0, l.indexOf(' ')), l.substring(l.indexOf(' ') + 1)));
        return names;
    }
}
